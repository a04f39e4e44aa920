namespace IntercomPS.Sandbox.Data;

/// <summary>Texts in Japanese, Arabic, Russian and Portuguese.</summary>
internal static class OtherLocales
{
    public static LocaleSource Japanese { get; } = new("ja", "Japan", "Osaka")
    {
        FirstNames = ["花子", "健太", "美咲", "翔"],
        LastNames = ["佐藤", "鈴木", "高橋", "渡辺"],
        Subjects = ["ログインできません", "返金について"],
        Openers =
        [
            "<p>お世話になっております。</p><p>{product}にログインできません。ご確認をお願いいたします。</p>",
            "<p>注文番号 {order} の返金をお願いします&hellip;</p>",
        ],
        ContactReplies = ["<p>はい、注文番号は {order} です。</p>", "<p>ありがとうございます！解決しました。</p>"],
        AdminReplies = ["<p>お問い合わせありがとうございます。<br>確認いたしますので、少々お待ちください。</p>"],
        Closings = ["<p>またのご利用をお待ちしております。</p>"],
        Remarks = ["とても親切でした", "時間がかかりました"],
    };

    public static LocaleSource Arabic { get; } = new("ar", "Egypt", "Cairo")
    {
        FirstNames = ["أحمد", "ليلى", "عمر", "نور"],
        LastNames = ["حسن", "منصور", "الشريف"],
        Subjects = ["لا أستطيع تسجيل الدخول", "استرداد المبلغ"],
        Openers =
        [
            "<p>مرحبا، لا أستطيع تسجيل الدخول إلى {product} منذ الصباح.</p>",
            "<p>أريد استرداد مبلغ الطلب رقم {order} من فضلكم.</p>",
        ],
        ContactReplies = ["<p>نعم، رقم الطلب {order}.</p>", "<p>شكرا جزيلا</p>"],
        AdminReplies = ["<p>مرحبا، شكرا لتواصلكم معنا. سأتحقق من الأمر الآن.</p>"],
        Closings = ["<p>نتمنى لكم يوما سعيدا.</p>"],
        Remarks = ["خدمة ممتازة", "الرد كان بطيئا"],
    };

    public static LocaleSource Russian { get; } = new("ru", "Serbia", "Belgrade")
    {
        FirstNames = ["Анна", "Борис", "Вера", "Глеб"],
        LastNames = ["Соколова", "Мельник", "Ковач"],
        Subjects = ["Не могу войти", "Вопрос о счёте"],
        Openers = ["<p>Здравствуйте!</p><p>Не приходит заказ {order}. Подскажите, пожалуйста, где он.</p>"],
        ContactReplies = ["<p>Да, заказ {order}.</p>", "<p>Спасибо, всё работает.</p>"],
        AdminReplies = ["<p>Здравствуйте, сейчас проверю {product}.</p>"],
        Closings = ["<p>Хорошего дня!</p>"],
        Remarks = ["Быстро и вежливо"],
    };

    public static LocaleSource Portuguese { get; } = new("pt-BR", "Brazil", "São Paulo")
    {
        FirstNames = ["Antônio", "Beatriz", "João", "Luísa"],
        LastNames = ["Araújo", "Gonçalves", "Conceição"],
        Subjects = ["Não consigo entrar", "Reembolso"],
        Openers = ["<p>Oi! Não consigo exportar os dados do {product}. Podem ajudar? Pedido {order}.</p>"],
        ContactReplies = ["<p>Isso, pedido {order}.</p>", "<p>Obrigado \U0001F600</p>"],
        AdminReplies = ["<p>Olá! Vou verificar agora mesmo.</p>"],
        Closings = ["<p>Tenha um ótimo dia!</p>"],
        Remarks = ["Atendimento ótimo", "Demorou"],
    };
}
