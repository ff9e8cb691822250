/**
 * Lines that newspapers print between paragraphs and that are no part of the
 * article: leads to other articles, calls to subscribe, labels. Rows, not logic.
 */

/** The whole line, or a line that begins so and is short or mostly a link. */
const WHOLE =
  /^(?:advertisement|advertising|sponsored(?: content)?|ad|story continues(?: below)?(?: advertisement)?|article continues(?: below| after).*|continue reading.*|scroll (?:down )?to continue.*|(?:click|tap) (?:here|to).{0,80}|read (?:more|next|also|full story|the full .{0,60})|see also|related(?: (?:articles?|stories|news|content|topics|posts|links|coverage|reading|video))?|recommended(?: (?:for you|stories|reading|articles))?|more (?:stories|news|from .{1,60}|on this(?: story| topic)?|in .{1,40}|coverage|like this|to read)|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest(?: news| stories)?|you (?:may|might) (?:also )?(?:like|be interested in|have missed).*|what to (?:read|watch|know) next|don.t miss|editor.s picks?|share(?: this)?(?: (?:article|story|post|page|on .{1,30}|via .{1,30}))?|share this:?.*|tweet|print|email|e-mail|copy link|link copied!?|save|comments?(?: \(\d+\))?|(?:leave|post|add) a (?:comment|reply)|\d+ comments?|view comments|show comments|tags?|topics?|filed under|sign up.{0,120}|subscribe.{0,100}|log ?in|register(?: now)?|follow us.{0,80}|get the .{0,60}newsletter.*|photo|video|gallery|loading.*|image source|getty images|play video|watch(?: now| live| more| the video.*)?|listen(?: to this article)?|close|next|previous|back to top|report an? (?:error|typo)|all rights reserved\.?|copyright .{0,120}|©.*|about the author|the author|author|skip to .{1,40}|\d+ (?:min(?:ute)?s?|seconds?) read|like this:?|like loading.*|by continuing .*|we use cookies.*|opens? in (?:a )?new (?:window|tab))[:.!>»]*$/i;

const WHOLE_OTHER =
  /^(?:(?:[اإ]قرأ(?:وا|ي)?|طالع|شاهد) (?:[أا]يض\S{1,3}|المزيد).{0,200}|(?:أخبار|مواضيع|موضوعات|مقالات) (?:ذات صلة|متعلقة|مرتبطة|قد تهمك|مشابهة)|ذات صلة|المزيد(?: من .{1,40})?|قد يعجبك.{0,48}|قد يهمك.{0,160}|الأكثر (?:قراءة|مشاهدة|تداولا)|شارك(?:ها|ه)?(?: .{0,40})?|مشاركة|طباعة|تعليقات?|التعليقات(?: .{0,20})?|أضف تعليق.{0,30}|اترك (?:تعليق|رد).{0,40}|الوسوم|كلمات (?:مفتاحية|دلالية|دالة).{0,200}|علامات|تابعوا?نا .{0,120}|تابع .{0,60}(?:عبر|على) .{0,60}|اشترك .{0,100}|للاشتراك .{0,100}|إعلان|اعلان|نسخ الرابط|تحميل.{0,20}|المصدر ?:.{0,60}|(?:رابط مختصر|الرابط المختصر).*|بیشتر بخوانید.{0,200}|انتهای پیام.{0,20}|اخبار مرتبط|مطالب مرتبط|نظرات?|ارسال نظر|برچسب.{0,200}|lesen sie (?:auch|mehr).{0,160}|mehr zum thema.{0,80}|anzeige|werbung|das könnte sie auch interessieren.*|zum thema|auch interessant.{0,80}|lire (?:aussi|également).{0,200}|à lire (?:aussi|également).{0,200}|sur le même sujet.*|publicité|partager.{0,40}|voir aussi.{0,160}|abonnez-vous.{0,120}|lea (?:también|además|más).{0,200}|lee (?:también|además|más).{0,200}|leer más.{0,100}|te puede interesar.{0,160}|relacionad[ao]s?|noticias relacionadas|publicidad|compartir.{0,40}|leia (?:também|mais).{0,200}|veja (?:também|mais).{0,160}|saiba mais.{0,100}|publicidade|compartilhe.{0,60}|leggi anche.{0,200}|pubblicità|condividi.{0,40}|czytaj (?:też|także|również|więcej).{0,200}|zobacz (?:też|także|również).{0,200}|reklama|udostępnij.{0,40}|читайте (?:также|еще|ещё).{0,200}|реклама|поделиться.{0,40}|подписывайтесь.{0,160}|ilgili haberler?|reklam|lees ook.{0,200}|les også.{0,200}|läs (?:också|även|mer).{0,200}|関連記事|広告|シェア|相关(?:新闻|阅读|文章)|관련기사)[:.!>»،]*$/iu;

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
  /^(?:image|photo|photos|picture|foto|bild|fotos|photographs?|video|illustration|graphic|credit|صورة|تصوير|عکس)s?\s*(?:credits?|courtesy|by|von|:|：|\/).{0,140}$|^https?:\/\/\S+$|^\(?(?:image|photo|bild|foto)\b[^.]{0,80}\)?$|.{0,120}\((?:photo|image|foto|bild|ap photo|credit)[^)]{1,60}\)$|(?:externe[nr]? inhalte?|empfohlener redaktioneller inhalt|external content|contenu externe)/iu;

export function isCredit(text: string): boolean {
  return text.length < 400 && CREDIT.test(text);
}

/** What papers set under or over an article: bios, calls to subscribe, notes on rights and comments. */
const EDGE =
  /newsletters?\b|(?:in|to) your (?:e-?mail )?inbox|\bsubscribe\b|\bsign(?:ed)? up\b|\bfollow (?:him|her|them|us|me|the author|\S{1,20}) (?:\S+ ){0,2}on (?:twitter|x\b|facebook|instagram|linkedin|bluesky|threads|telegram|whatsapp)|\b(?:reach(?:ed)?|contact|e-?mail)\b.{0,60}@|\bhave a (?:news )?tip\b|\ball rights reserved\b|\bdisclaimer\b|\baffiliate\b.{0,40}\b(?:links?|commission)|\b(?:earn|receive) (?:a |an )?(?:\w+ )?(?:commission|compensation)|\bcomments? (?:on this|are|will be|section|policy)|\bleave a comment\b|\blog(?:ged)? in to\b|\bjoin the (?:discussion|conversation)|\bthis (?:article|story|post|column|content) (?:was |has been |is |also )?(?:first |originally |previously )?(?:appeared|published|produced|provided|republished|created|supported)|\ba version of this (?:article|story)|\bappeared in the .{0,60}(?:print|edition|section)|\bwant to (?:keep up|read more|know more|get)|\bcorrections?:|\bmore information:|\bcopyright (?:\d|©|by)|^©|\bterms of (?:use|service)|\bprivacy policy\b|\bad ?block|\bcookies?\b.{0,60}\b(?:consent|accept|site|website)|\bakismet\b|\bdonat(?:e|ions?) (?:to (?:us|our)|today|now|here)|\bsupport (?:our|independent) (?:journalism|work)|\btelephone:|\bfax:|\bcontributed to this (?:report|story|article)|\b(?:is|was) an? (?:[\w-]+ ){0,4}(?:reporter|editor|writer|columnist|correspondent|producer|journalist|contributor|freelancer?)\b.{0,200}|\bnewsletter abonnieren|whatsapp-?kanal|datenschutz(?:erklärung|hinweise)|\bkommentar(?:e|funktion)|\bsuscr[ií]b|\bsuscripción|\binscrivez-vous|\babonn(?:ez|ieren|ement)|\bpodpisz|\biscriviti|\bassine\b|اشترك|للاشتراك|تابعونا|تابعنا|حمل(?:وا)? تطبيق|جميع الحقوق|لمتابعة .{0,40}(?:عبر|على)|انضم إلى قنا|قناتنا|کانال|عضو .{0,20}شوید|انتهای پیام/iu;

export function isEdgePhrase(text: string): boolean {
  return text.length < 420 && EDGE.test(text);
}
