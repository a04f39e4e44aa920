namespace IntercomPS.Sandbox.Data;

/// <summary>Texts in English, German, French and Spanish.</summary>
internal static class WesternLocales
{
    public static LocaleSource English { get; } = new("en", "Ireland", "Dublin")
    {
        FirstNames = ["Ada", "Brendan", "Chloe", "Declan", "Erin", "Femi", "Grace", "Harvey", "Isla", "Jamal"],
        LastNames = ["Abbott", "Byrne", "Clarke", "Doyle", "O'Neill", "Farrell", "Okafor", "Hughes", "Walsh", "Young"],
        Subjects = ["Export fails", "Refund for order", "Cannot log in", "Question about pricing", "Feature request: dark mode"],
        Openers =
        [
            "<p>I can't export my data from {product}.</p><p>It says &quot;job failed&quot; every time.<br>Order {order}.</p>",
            "<p>Hello, I need support with order <b>#{order}</b>. It arrived &amp; the box was empty &#128542;</p>",
            "<p>How much is {product} for a team of 12? I only find <a href=\"https://www.example.com/pricing?ref=mail&amp;v=2\">this page</a>.</p>",
            "<p>Login is broken since this morning.</p><ul><li>Chrome 126</li><li>Windows 11</li></ul><p>Please help!</p>",
            "<p>Love {product} \U0001F60D &mdash; any plans for a dark mode?</p>",
            "<p>I was charged twice for order {order}. Please refund one of them as soon as possible.</p>",
        ],
        ContactReplies =
        [
            "<p>Yes, it is order {order}.</p>", "<p>That did not help, sorry.</p>", "<p>Here is a screenshot.</p>",
            "<p>Thanks, that works now \U0001F64F</p>", "<p>Any news on this?</p>", "<p>ok</p>",
        ],
        AdminReplies =
        [
            "<p>Hi there,</p><p>thanks for writing in. Could you send me the order number, please?</p>",
            "<p>I have looked into {product} and restarted the job.<br>Please try again.</p>",
            "<p>Please see <a href=\"https://help.example.com/en/articles/31\">our guide</a> and tell me if it helps.</p>",
            "<p>We have refunded order {order}; it takes 3&nbsp;to&nbsp;5 days.</p>",
        ],
        Closings = ["<p>Glad that it works! I am closing this, just write to open it again.</p>", "<p>Have a great day!</p>"],
        Remarks = ["Took a while to resolve", "Great help, thank you!", "=1+1 would be nicer", "Nobody, really nobody, answered my \"second\" question", "\U0001F44D"],
    };

    public static LocaleSource German { get; } = new("de", "Germany", "München")
    {
        FirstNames = ["Anke", "Björn", "Clara", "Dörte", "Emil", "Franziska", "Götz", "Heike"],
        LastNames = ["Albrecht", "Bäcker", "Groß", "Hübner", "Jäger", "Köhler", "Schröder", "von der Heide"],
        Subjects = ["Rückerstattung", "Anmeldung nicht möglich", "Frage zur Rechnung", "Export schlägt fehl"],
        Openers =
        [
            "<p>Guten Tag,</p><p>ich kann mich bei {product} nicht mehr anmelden. Könnten Sie das bitte prüfen?</p><p>Mit freundlichen Grüßen</p>",
            "<p>Die Rechnung zu Bestellung {order} ist falsch: 49,90&nbsp;&euro; statt 39,90&nbsp;&euro;.</p>",
            "<p>Hallo, gibt es {product} auch für Mac?<br>Danke &amp; Gruß</p>",
        ],
        ContactReplies = ["<p>Ja, genau, Bestellung {order}.</p>", "<p>Leider nein.</p>", "<p>Super, vielen Dank!</p>"],
        AdminReplies =
        [
            "<p>Guten Tag,</p><p>vielen Dank für Ihre Nachricht. Ich schaue mir {product} gleich an.</p>",
            "<p>Die Rechnung ist berichtigt, Sie finden sie <a href=\"https://app.example.com/rechnungen/{order}\">hier</a>.</p>",
        ],
        Closings = ["<p>Schön, dass es klappt. Einen schönen Tag noch!</p>"],
        Remarks = ["Schnell und freundlich", "Hat ewig gedauert; trotzdem danke", "Lösung war unvollständig"],
    };

    public static LocaleSource French { get; } = new("fr", "France", "Lyon")
    {
        FirstNames = ["Amélie", "Benoît", "Cécile", "Damien", "Élodie", "François", "Gaëlle"],
        LastNames = ["Béranger", "Chevalier", "Dupré", "Faure", "L'Hôte", "Mercier"],
        Subjects = ["Remboursement", "Impossible de se connecter", "Question sur les tarifs"],
        Openers =
        [
            "<p>Bonjour,</p><p>l&rsquo;export de {product} échoue à chaque fois&nbsp;: « erreur 500 ».</p>",
            "<p>Je n&apos;ai toujours pas reçu ma commande {order}. Où est-elle&nbsp;?</p>",
        ],
        ContactReplies = ["<p>Oui, la commande {order}.</p>", "<p>Merci beaucoup&nbsp;!</p>", "<p>Ça ne marche toujours pas…</p>"],
        AdminReplies = ["<p>Bonjour, je regarde cela tout de suite.</p>", "<p>Votre commande {order} a été renvoyée.<br>Bonne journée&nbsp;!</p>"],
        Closings = ["<p>Je clos la conversation. À bientôt&nbsp;!</p>"],
        Remarks = ["Très réactif", "Réponse à côté de la question"],
    };

    public static LocaleSource Spanish { get; } = new("es", "Spain", "Sevilla")
    {
        FirstNames = ["Álvaro", "Begoña", "Carlos", "Inés", "Íñigo", "Lucía"],
        LastNames = ["Núñez", "Peña", "Ibáñez", "García Márquez", "Ortega"],
        Subjects = ["Devolución", "No puedo entrar", "Pregunta sobre precios"],
        Openers =
        [
            "<p>¡Hola! ¿Cuánto cuesta {product} para un equipo pequeño?</p>",
            "<p>El pedido {order} llegó roto.</p><p>Quiero una devolución, por favor.</p>",
        ],
        ContactReplies = ["<p>Sí, el pedido {order}.</p>", "<p>Perfecto, ¡gracias!</p>", "<p>Sigue sin funcionar.</p>"],
        AdminReplies = ["<p>Hola, gracias por escribirnos. Lo miro ahora mismo.</p>", "<p>Hemos enviado otro {product} hoy.</p>"],
        Closings = ["<p>¡Que tengas un buen día!</p>"],
        Remarks = ["Muy amable", "Tardaron demasiado"],
    };
}
