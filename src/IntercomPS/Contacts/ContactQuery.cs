using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;

namespace IntercomPS.Contacts;

/// <summary>What a search of contacts asks: the server's filter, and what is checked again on every answer.</summary>
internal sealed class ContactQuery
{
    /// <summary>The question to the server.</summary>
    public required QueryNode Filter { get; init; }

    /// <summary>What must hold too, since the server draws it less exactly.</summary>
    public IReadOnlyList<Func<Contact, bool>> Conditions { get; init; } = Array.Empty<Func<Contact, bool>>();

    /// <summary>The filter that every contact matches.</summary>
    public static QueryNode Everything { get; } = new QueryFilter("created_at", SearchOperator.GreaterThan, 0L);

    /// <summary>The contacts with any of some email addresses, whatever their capitals.</summary>
    /// <param name="emails">The addresses.</param>
    /// <returns>The query.</returns>
    public static ContactQuery ByEmail(IReadOnlyList<string> emails) =>
        ContactQueryTranslator.Translate(new ContactCriteria { Emails = emails });

    /// <summary>Whether a contact that the server gave matches.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(Contact contact) => Conditions.All(condition => condition(contact));
}
