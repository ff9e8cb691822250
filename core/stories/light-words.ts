/**
 * Two short lists of words for telling whether a sentence was read before.
 * What is in neither list is what a sentence is about.
 */
import { spell } from '../text/spelling';

/** They come and go when a sentence is edited, and it says the same without them. */
export const LIGHT_WORDS = folded(`
  قال قالت اضاف اضافت اكد اكدت اوضح اوضحت صرح صرحت ذكر ذكرت اشار اشارت شدد شددت تابع تابعت
  لفت لفتت افاد افادت بين بينت اعلن اعلنت مضيفا موضحا مشيرا مؤكدا مبينا لافتا نقلا بحسب حسب وفق
  ان انه انها انهم بان بانه بانها قد لقد كان كانت كما ايضا هذا هذه ذلك تلك الذي التي الذين
  هو هي هم حيث فيما بينما ثم في على
  معالي سعادة فضيلة سمو سموه صاحب السيد السيدة الدكتور دكتور الاستاذ استاذ المهندس الشيخ
  حفظه رعاه ايده يحفظه الله سبحانه تعالى
  mr mrs ms dr sir
  the a an of in on at that this these those it its he she they his her their which who
  is are was were be been has have had also as said says say told added adding stated
  according reported reportedly
`);

/** They turn what is said: both sentences must have them, or neither. */
export const TURNING_WORDS = folded(`
  لا لم لن ليس ليست لست غير دون بدون عدم نفى نفت ينفي تنفي نافيا نافية كذب كذبت انكر لو اذا ربما
  يمكن محتمل
  no not never none neither nor without cannot don't doesn't didn't isn't aren't wasn't weren't
  won't can't couldn't wouldn't shouldn't hasn't haven't hadn't deny denies denied denying
  false falsely if unless may might could would
`);

function folded(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u).map(spell));
}
