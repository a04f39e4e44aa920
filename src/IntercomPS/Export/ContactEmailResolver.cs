using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>Fills in the contacts' email addresses that conversations lack, and remembers them for the run.</summary>
internal sealed class ContactEmailResolver
{
    /// <summary>The most ids of one question, which is a page of contacts.</summary>
    public const int BatchSize = IntercomClient.ContactBatchSize;

    private readonly ContactEmailLookup _lookup;
    private readonly int _capacity;
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    /// <summary>Makes a resolver that knows nothing yet.</summary>
    /// <param name="lookup">Asks for the addresses.</param>
    /// <param name="capacity">How many contacts to remember, those without an address too; the oldest is forgotten first.</param>
    public ContactEmailResolver(ContactEmailLookup lookup, int capacity = 100_000)
    {
        _lookup = lookup;
        _capacity = capacity;
    }

    /// <summary>Fills in the addresses that a page of conversations lacks.</summary>
    /// <param name="page">The conversations.</param>
    /// <param name="cancellation">Ends the questions.</param>
    /// <returns>When all are filled in that have one.</returns>
    public async Task FillAsync(IReadOnlyList<Conversation> page, CancellationToken cancellation)
    {
        List<Conversation> lacking = Lacking(page);
        if (lacking.Count == 0)
        {
            return;
        }

        Dictionary<string, string?> answers = Remembered(lacking, out List<string> unknown);
        foreach (IReadOnlyDictionary<string, string?> answer in await AskAsync(unknown, cancellation).ConfigureAwait(false))
        {
            foreach (KeyValuePair<string, string?> pair in answer)
            {
                answers[pair.Key] = string.IsNullOrEmpty(pair.Value) ? null : pair.Value;
            }
        }

        foreach (string id in unknown)
        {
            Remember(id, answers.TryGetValue(id, out string? email) ? email : null);
        }

        foreach (Conversation conversation in lacking)
        {
            conversation.ContactEmail = answers.TryGetValue(conversation.ContactId!, out string? email) ? email : null;
        }
    }

    /// <summary>Conversations that carry their contact's address tell it for the others of that contact.</summary>
    private List<Conversation> Lacking(IReadOnlyList<Conversation> page)
    {
        var lacking = new List<Conversation>();
        foreach (Conversation conversation in page)
        {
            if (string.IsNullOrEmpty(conversation.ContactId))
            {
                continue;
            }

            if (string.IsNullOrEmpty(conversation.ContactEmail))
            {
                lacking.Add(conversation);
            }
            else
            {
                Remember(conversation.ContactId!, conversation.ContactEmail);
            }
        }

        return lacking;
    }

    private Dictionary<string, string?> Remembered(List<Conversation> lacking, out List<string> unknown)
    {
        var answers = new Dictionary<string, string?>(StringComparer.Ordinal);
        unknown = [];
        foreach (string id in lacking.Select(conversation => conversation.ContactId!).Distinct(StringComparer.Ordinal))
        {
            if (_known.TryGetValue(id, out string? email))
            {
                answers[id] = email;
            }
            else
            {
                unknown.Add(id);
            }
        }

        return answers;
    }

    private Task<IReadOnlyDictionary<string, string?>[]> AskAsync(List<string> ids, CancellationToken cancellation)
    {
        var questions = new List<Task<IReadOnlyDictionary<string, string?>>>();
        for (int start = 0; start < ids.Count; start += BatchSize)
        {
            questions.Add(_lookup(ids.GetRange(start, Math.Min(BatchSize, ids.Count - start)), cancellation));
        }

        return Task.WhenAll(questions);
    }

    private void Remember(string id, string? email)
    {
        if (!_known.ContainsKey(id))
        {
            if (_known.Count >= _capacity)
            {
                _known.Remove(_oldest.Dequeue());
            }

            _oldest.Enqueue(id);
        }

        _known[id] = email;
    }
}
