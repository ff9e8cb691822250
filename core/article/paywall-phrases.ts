/** Lines with which newspapers end what they give to everyone. Rows, not logic. */
const PHRASE =
  /\b(?:to (?:continue|keep) reading|to (?:read|unlock) (?:the|this)|(?:subscribe|sign (?:up|in)|log in|register)\b.{0,20} to (?:continue|keep|read|unlock)|already (?:a (?:subscriber|member)|subscribed)|(?:article|story|content) is (?:only )?(?:for|available to|reserved for) .{0,12}(?:subscribers|members)|free articles? (?:left|remaining))\b|للمشتركين فقط|حصري\S{0,3} للمشتركين|ل(?:متابعة|مواصلة) القراءة|لقراءة (?:المقال|الخبر|بقية|باقي)|weiterlesen mit|um weiterzulesen|bereits abonnent|réservée? aux abonnés|il vous reste \d|déjà abonné|pour lire la suite|para (?:suscriptores|assinantes|seguir leyendo)|già abbonato|per gli abbonati|tylko dla (?:subskry|prenume)|только для подписчиков/iu;

/** Longer is a paragraph that speaks of paywalls. */
const LONGEST = 260;

export function isPaywallPhrase(text: string): boolean {
  return text.length <= LONGEST && PHRASE.test(text);
}

/** Ends in dots: the sentence goes on where the reader cannot. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.{3})\s*[\])]?$/u.test(text);
}
