/** Lines with which newspapers end what they give to everyone. Rows, not logic. */
const PHRASE =
  /\b(?:to (?:continue reading|read (?:the (?:rest|full (?:article|story))|this (?:article|story)|on)|unlock)|continue reading (?:with|by|this article|for)|(?:subscribe|sign up|sign in|log in|register|become a member)(?: now| today| here)?(?: or \S+(?: \S+)?)? (?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited) access|finish|view)|already (?:a (?:subscriber|member)|subscribed|have an account)|(?:this|the rest of this) (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:paid |paying |our |premium )?(?:subscribers|members)|unlock (?:this|the full) (?:article|story)|you(?:'|’)ve (?:reached|read) your (?:free )?(?:article )?limit|free articles? (?:left|remaining))\b|للمشتركين فقط|حصري(?:ة|ا|اً)? للمشتركين|اشترك (?:الآن )?(?:لقراءة|لمتابعة|لمواصلة|للاطلاع)|لمتابعة القراءة|لقراءة (?:المقال|الخبر|بقية|باقي)|سجل(?: الدخول)? (?:لقراءة|لمتابعة)|هل أنت مشترك|(?:weiterlesen|weiter lesen) mit|um (?:weiterzulesen|diesen artikel zu lesen)|(?:bereits|schon) (?:abonnent|abonniert|ein abo)|(?:dieser|den ganzen) (?:artikel|text) .{0,40}(?:abonnenten|abo\b)|réservée? aux abonnés|la suite est réservée|il vous reste \d|déjà abonné|pour lire la suite|abonnez-vous pour|(?:exclusivo|solo|sólo|exclusiva) para (?:suscriptores|assinantes|assinante)|para seguir leyendo|suscríbete para|ya (?:eres|soy) suscriptor|já é assinante|continue lendo|(?:riservato|solo) (?:agli|per gli) abbonati|sei già abbonato|per continuare a leggere|tylko dla (?:subskrybentów|prenumeratorów)|czytaj dalej z|alleen voor abonnees|kun for abonnenter|för prenumeranter|только для подписчиков/iu;

/** Longer is a paragraph that speaks of paywalls. */
const LONGEST = 260;

export function isPaywallPhrase(text: string): boolean {
  return text.length <= LONGEST && PHRASE.test(text);
}

/** Ends in dots: the sentence goes on where the reader cannot. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.{3})\s*[\])]?$/u.test(text);
}
