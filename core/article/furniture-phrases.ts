/**
 * Lines that newspapers print between paragraphs and that are no part of the
 * article: leads to other articles, calls to subscribe, labels. Rows, not logic.
 */

/** The whole line, or a line that begins so and is short or mostly a link. */
const WHOLE =
  /^(?:advertis(?:ement|ing)|sponsored(?: content)?|ad|story continues(?: below)?(?: advertisement)?|article continues(?: below| after).*|continue reading.*|scroll (?:down )?to continue.*|(?:click|tap) (?:here|to).{0,80}|(?:read|see) (?:more|next|also|full story|the full .{0,60})|related(?: (?:articles?|stories|news|content|topics|posts|links|coverage|reading|video))?|recommended(?: (?:for you|stories|reading|articles))?|more (?:stories|news|from .{1,60}|on this(?: story| topic)?|in .{1,40}|coverage|like this|to read)|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest(?: news| stories)?|you (?:may|might) (?:also )?(?:like|be interested in|have missed).*|what to (?:read|watch|know) next|don.t miss|editor.s picks?|share(?: this.*)?(?: (?:article|story|post|page|on .{1,30}|via .{1,30}))?|tweet|print|email|e-mail|copy link|link copied!?|save|(?:\d+ |view |show )?comments?(?: \(\d+\))?|(?:leave|post|add) a (?:comment|reply)|tags?|topics?|filed under|sign up.*|subscribe.*|log ?in|register(?: now)?|follow us.{0,80}|get the .{0,60}newsletter.*|photo|video|gallery|loading.*|image source|getty images|play video|watch(?: now| live| more| the video.*)?|listen(?: to this article)?|close|next|previous|back to top|report an? (?:error|typo)|all rights reserved\.?|(?:copyright |©).*|about the author|the author|author|skip to .{1,40}|\d+ (?:min(?:ute)?s?|seconds?) read|like (?:this|loading).*|by continuing .*|we use cookies.*|opens? in (?:a )?new (?:window|tab))[:.!>»]*$/i;

const WHOLE_OTHER =
  /^(?:(?:[اإ]قرأ(?:وا|ي)?|طالع|شاهد) (?:[أا]يض\S{1,3}|المزيد).*|(?:أخبار|مواضيع|موضوعات|مقالات) (?:ذات صلة|متعلقة|مرتبطة|قد تهمك|مشابهة)|ذات صلة|المزيد(?: من .{1,40})?|قد يعجبك.{0,48}|قد يهمك.*|الأكثر (?:قراءة|مشاهدة|تداولا)|شارك(?:ها|ه)?(?: .{0,40})?|مشاركة|طباعة|تعليقات?|التعليقات(?: .{0,20})?|أضف تعليق.{0,30}|اترك (?:تعليق|رد).{0,40}|الوسوم|كلمات (?:مفتاحية|دلالية|دالة).*|علامات|تابعوا?نا .*|تابع .{0,60}(?:عبر|على) .{0,60}|(?:لل)?اشترا?ك .*|إعلان|اعلان|نسخ الرابط|تحميل.{0,20}|المصدر ?:.{0,60}|(?:رابط مختصر|الرابط المختصر).*|بیشتر بخوانید.*|انتهای پیام.{0,20}|اخبار مرتبط|مطالب مرتبط|نظرات?|ارسال نظر|برچسب.*|lesen sie (?:auch|mehr).*|mehr zum thema.{0,80}|anzeige|werbung|das könnte sie auch interessieren.*|zum thema|auch interessant.{0,80}|(?:à )?lire (?:aussi|également).*|sur le même sujet.*|publicit[éà]|partager.{0,40}|voir aussi.*|abonnez-vous.*|le(?:a|e|er) (?:también|además|más).*|te puede interesar.*|relacionad[ao]s?|noticias relacionadas|publici(?:dad|dade)|compartir.{0,40}|(?:leia|veja) (?:também|mais).*|saiba mais.*|compartilhe.{0,60}|leggi anche.*|pubblicità|condividi.{0,40}|(?:czytaj|zobacz) (?:też|także|również|więcej).*|reklama|udostępnij.{0,40}|читайте (?:также|еще|ещё).*|реклама|поделиться.{0,40}|подписывайтесь.*|ilgili haberler?|reklam|(?:lees ook|les også|läs (?:också|även|mer)).*|関連記事|広告|シェア|相关(?:新闻|阅读|文章)|관련기사)[:.!>»،]*$/iu;

/** How a line that leads to another article begins; furniture when most of it is a link. */
const LEAD =
  /^(?:read (?:more|also|next|the full)|also read|related|see also|more:|watch|listen|subscribe|sign up|follow|click here|recommended|don.t miss|must read|next:|join|download|get |support |donate|contact|tags?:|topics?:|source:|via:?|photo|image|picture|credit|video|this (?:article|story|post) (?:was|first|originally)|اقرأ|إقرأ|طالع|شاهد|المزيد|للمزيد|تابع|lesen|mehr|lire|lea |lee |leia|veja|leggi|czytaj|zobacz|читайте|lees|läs|les )/iu;

/** Is a line of text furniture by its words? `linkShare` is 0–1. */
export function isFurniturePhrase(text: string, linkShare: number): boolean {
  if (text.length > 260) return false;
  if (WHOLE.test(text) || WHOLE_OTHER.test(text)) return true;
  return linkShare > 0.35 && LEAD.test(text);
}

/** Who took or owns a picture; a bare address; what stands in for a blocked embed. */
const CREDIT =
  /^(?:image|photo|photos|picture|foto|bild|fotos|photographs?|video|illustration|graphic|credit|صورة|تصوير|عکس)s?\s*(?:credits?|courtesy|by|von|:|：|\/).{0,140}$|^https?:\/\/\S+$|^\(?(?:image|photo|bild|foto)\b[^.]{0,80}\)?$|\((?:photo|image|foto|bild|ap photo|credit)[^)]{1,60}\)$|[.!?…»”"]\s+(?:bild|foto|photo|image|picture|credit|quelle|фото|صورة|تصوير|عکس)s?\s*(?:credits?|by|:|：|©).{2,80}$|\([^()]{2,50}\/(?:ap|afp|getty images|reuters|epa|tns|dpa|pa|shutterstock|nasa|istock)\)\.?$|\((?:ap|afp|epa|reuters|getty(?: images)?)\)\.?$|\((?:getty images|shutterstock|istock|unsplash|wikimedia)[^()]{0,30}\)\.?$|(?:externe[nr]? inhalte?|empfohlener redaktioneller inhalt|external content|contenu externe)/iu;

export function isCredit(text: string): boolean {
  return text.length < 400 && CREDIT.test(text);
}

/** What papers set under or over an article: bios, calls to subscribe, notes on rights and comments. */
const EDGE =
  /newsletters?\b|(?:in|to) your (?:e-?mail )?inbox|\bsubscribe\b|\bsign(?:ed)? up\b|\bfollow (?:him|her|them|us|me|the author|\S{1,20}) (?:\S+ ){0,2}on (?:twitter|x\b|facebook|instagram|linkedin|bluesky|threads|telegram|whatsapp)|\b(?:reach(?:ed)?|contact|e-?mail)\b.{0,60}@|\bhave a (?:news )?tip\b|\ball rights reserved\b|\bdisclaimer\b|\baffiliate\b.{0,40}\b(?:links?|commission)|\b(?:earn|receive) (?:a |an )?(?:\w+ )?(?:commission|compensation)|\bcomments? (?:on this|are|will be|section|policy)|\bleave a comment\b|\blog(?:ged)? in to\b|\bjoin the (?:discussion|conversation)|\bthis (?:article|story|post|column|content) (?:was |has been |is |also )?(?:first |originally |previously )?(?:appeared|updated|corrected|edited|amended|published|produced|provided|republished|created|supported)|\ba version of this (?:article|story)|\bappeared in the .{0,60}(?:print|edition|section)|\bcorrections?:|\bcopyright (?:\d|©|by)|^©|\bterms of (?:use|service)|\bprivacy policy\b|\bcookies?\b.{0,60}\b(?:consent|accept|site|website)|\bdonat(?:e|ions?) (?:to (?:us|our)|today|now|here)|\bsupport (?:our|independent) (?:journalism|work)|\bcontributed to this (?:report|story|article)|\b(?:is|was) an? (?:[\w-]+ ){0,4}(?:reporter|editor|writer|columnist|correspondent|producer|journalist|contributor|freelancer?)\b.{0,200}|\bnewsletter abonnieren|whatsapp-?kanal|datenschutz(?:erklärung|hinweise)|\bkommentar(?:e|funktion)|\bsuscr[ií]b|\bsuscripción|\binscrivez-vous|\babonn(?:ez|ieren|ement)|\bpodpisz|\biscriviti|\bassine\b|اشترك|للاشتراك|تابعونا|تابعنا|حمل(?:وا)? تطبيق|جميع الحقوق|لمتابعة .{0,40}(?:عبر|على)|انضم إلى قنا|قناتنا|کانال|عضو .{0,20}شوید|انتهای پیام|للمزيد من الأخبار|لمزيد من الأخبار|شاركنا|سياسة الخصوصية|لا (?:ت|ي)عبر (?:بالضرورة )?عن|دنبال کنید|\beditor.s note\b|^\W*(?:updated?|correct(?:ion|ed)|clarification)\b.{0,20}(?::| to )|\b(?:names|details) have been changed\b|\b(?:additional|with) reporting (?:by|from)\b|\bwith files from\b|^\(?reporting by\b|^(?:\p{Lu}[\p{L}.’'-]+ ){2,4}(?:is|was) an? .{0,60}\b(?:researcher|fellow|professor|lecturer|author of|director of|founder of)\b|\b(?:über|zu) (?:den autor|die autorin|die autoren)\b|\bunterstützen sie\b|\bihre meinung\b|\bschreiben sie (?:uns|an)\b|\bsenden sie uns\b|\baffiliate-links?\b|^sobre (?:la firma|el autor|la autora)|\bsíguenos\b|\bpuedes seguir(?:nos| a)\b|\bsuivez[- ]nous\b|\bréservé aux abonnés\b|\bsiga (?:o|a|nos)\b|\breceba\b.{0,40}\b(?:e-?mail|whatsapp)\b|\bseguici\b|\babone ol|\btakip ed(?:in|ebil)|\bподпи(?:сывай|шит)/iu;

/** However long it is. */
const NOTICE =
  /^(?:disclaimer|legal notice|about the author|إخلاء (?:ال)?مسؤولية|haftungsausschluss)\s*[:：-]/iu;

export function isEdgePhrase(text: string): boolean {
  return (text.length < 420 && EDGE.test(text)) || NOTICE.test(text);
}
