using System;
using System.Collections.Generic;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Takes Intercom's ids of companies out of texts, companies, conversations and contacts.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CompanyIdAttribute : RecordIdAttribute
{
    /// <summary>Makes the attribute.</summary>
    public CompanyIdAttribute()
        : base("company", "CompanyId", "company_id", "Id")
    {
    }

    private protected override IEnumerable<string?>? IdsOfModel(object model) => model switch
    {
        Company company => One(company.Id),
        Conversation conversation => One(conversation.CompanyId),
        Contact contact => contact.CompanyIds,
        _ => null,
    };
}
