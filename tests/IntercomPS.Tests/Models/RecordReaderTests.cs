using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using IntercomPS.Models.Json;
using Xunit;

namespace IntercomPS.Tests.Models;

/// <summary>Admins, teams, contacts and companies: what the API writes, and what it had better not write.</summary>
public sealed class RecordReaderTests
{
    [Theory]
    [InlineData("""{"id":814860,"name":"Mira","team_ids":[5,"6",null,{}],"away_mode_enabled":"true","has_inbox_seat":null,"avatar":{"image_url":"x"},"role":{"id":1}}""")]
    [InlineData("""{"unknown":[{"id":"no"}],"has_inbox_seat":[],"away_mode_enabled":true,"team_ids":["5","6"],"name":"Mira","id":"814860"}""")]
    public void An_admin_is_read_however_its_ids_are_written(string json)
    {
        Admin admin = Read(json, TeammateReader.ReadAdmin);

        Assert.Equal("814860", admin.Id);
        Assert.Equal("Mira", admin.Name);
        Assert.Equal(["5", "6"], admin.TeamIds);
        Assert.True(admin.AwayModeEnabled);
        Assert.Null(admin.HasInboxSeat);
    }

    [Fact]
    public void A_team_is_read()
    {
        Team team = Read("""{"type":"team","id":"9","name":"Billing","admin_ids":[1,2],"assignment_limit":10,"distribution_method":"round_robin","admin_priority_level":{"primary_admin_ids":[1]}}""", TeammateReader.ReadTeam);

        Assert.Equal("9 Billing 1,2 10 round_robin", $"{team.Id} {team.Name} {string.Join(",", team.AdminIds)} {team.AssignmentLimit} {team.DistributionMethod}");
    }

    [Fact]
    public void A_contact_is_read()
    {
        Contact contact = Read(
            """
            {"type":"contact","id":"65","external_id":7,"role":"user","email":"","phone":null,"name":"Ada","owner_id":12,"created_at":1700000000,"last_seen_at":null,
             "location":{"type":"location","country":"Ireland","city":"Dublin","region":3},"custom_attributes":{"Plan Name":"Pro","n":2,"b":false,"nothing":null},
             "tags":{"type":"list","data":[{"type":"tag","id":"5"}]},"companies":{"data":[{"id":"c1"},{"type":"company"}]},"has_hard_bounced":false}
            """,
            ContactReader.Read);

        Assert.Equal("65 7 user Ada 12", $"{contact.Id} {contact.ExternalId} {contact.Role} {contact.Name} {contact.OwnerId}");
        Assert.Null(contact.Email);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), contact.CreatedAt);
        Assert.Null(contact.LastSeenAt);
        Assert.Equal(("Ireland", "3", "Dublin"), (contact.Country, contact.Region, contact.City));
        Assert.Equal(["5"], contact.TagIds);
        Assert.Equal(["c1"], contact.CompanyIds);
        Assert.Equal(["Pro", 2L, false, null], contact.CustomAttributes.Values);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("\"0\"")]
    public void A_contact_without_an_owner_has_none(string owner) =>
        Assert.Null(Read($$"""{"id":"1","owner_id":{{owner}}}""", ContactReader.Read).OwnerId);

    [Fact]
    public void A_contact_of_odd_values_is_read_all_the_same()
    {
        Contact contact = Read(
            """{"id":{"a":1},"email":["x"],"created_at":"soon","location":"here","tags":7,"companies":[],"custom_attributes":[1],"role":null}""", ContactReader.Read);

        Assert.Equal(string.Empty, contact.Id);
        Assert.Null(contact.Email);
        Assert.Null(contact.CreatedAt);
        Assert.Empty(contact.TagIds);
        Assert.Empty(contact.CompanyIds);
        Assert.Empty(contact.CustomAttributes);
    }

    [Fact]
    public void A_company_is_read()
    {
        Company company = Read(
            """
            {"type":"company","company_id":"C-1","id":"67","name":"Acme","plan":{"type":"plan","id":"1","name":"Pro"},"size":"40","monthly_spend":12.5,"user_count":4,
             "tags":{"type":"tag.list","tags":[{"id":"1","name":"big"}]},"created_at":1700000000,"custom_attributes":{},"segments":{"segments":[]},"website":"https://acme.example"}
            """,
            CompanyReader.Read);

        Assert.Equal("67 C-1 Acme Pro 40 4", $"{company.Id} {company.CompanyId} {company.Name} {company.Plan} {company.Size} {company.UserCount}");
        Assert.Equal(12.5, company.MonthlySpend);
        Assert.Equal(["big"], company.Tags);
        Assert.Empty(company.CustomAttributes);
        Assert.Null(Read("""{"id":"1","plan":{}}""", CompanyReader.Read).Plan);
    }

    [Fact]
    public void An_answer_without_its_list_is_no_empty_list()
    {
        byte[] json = "{\"message\":\"gateway\"}"u8.ToArray();

        Assert.Throws<JsonException>(() => RecordReader.ReadList(json, "admins"u8, TeammateReader.ReadAdmin, out _));
        Assert.Equal(["1", "2"], RecordReader.ReadList("""{"total_count":"2","admins":[{"id":1},null,{"id":2}]}"""u8, "admins"u8, TeammateReader.ReadAdmin, out long? total).Select(a => a.Id));
        Assert.Equal(2, total);
    }

    private static T Read<T>(string json, ItemReader<T> read) => RecordReader.ReadOne(Encoding.UTF8.GetBytes(json), read);
}
