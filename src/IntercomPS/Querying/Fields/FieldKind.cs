namespace IntercomPS.Querying.Fields;

/// <summary>What a field holds, and with that how it is written and compared.</summary>
internal enum FieldKind
{
    /// <summary>Free text. Equality minds the letter case, as Intercom's does; wildcards do not.</summary>
    Text,

    /// <summary>An id: a text that may be given as a whole number.</summary>
    Id,

    /// <summary>One of the API's own words, such as a state: always in lower case.</summary>
    Word,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A moment: Unix seconds.</summary>
    Time,

    /// <summary>A length of time: seconds.</summary>
    Duration,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>The id of an admin or team it is assigned to: a whole number, 0 where unassigned.</summary>
    Assignee,

    /// <summary>An attribute that the workspace made: a text, a number or a boolean.</summary>
    Attribute,

    /// <summary>A name that stands for an id: of a tag, an admin, a team.</summary>
    Name,

    /// <summary>The email address of a contact, which stands for the contact's id.</summary>
    Email,
}
