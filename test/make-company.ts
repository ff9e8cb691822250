import type { CompanyPart } from '@/components/library-page/about-view';
import type { Entity, EntityKind } from '@/core/model/entity';

const NAMES: [EntityKind, string, string][] = [
  ['state', 'العراق', 'Iraq'],
  ['state', 'الولايات المتحدة', 'United States'],
  ['state', 'إيران', 'Iran'],
  ['person', 'عادل عبد المهدي', 'Adil Abdul-Mahdi'],
  ['group', 'الحشد الشعبي', 'Popular Mobilisation Forces'],
  ['person', 'دونالد ترامب', 'Donald Trump'],
  ['group', 'كتائب حزب الله', 'Kataib Hezbollah'],
  ['organisation', 'وزارة الدفاع الأمريكية', 'United States Department of Defense'],
  ['person', 'أبو مهدي المهندس', 'Abu Mahdi al-Muhandis'],
  ['facility', 'مطار بغداد الدولي', 'Baghdad International Airport'],
  ['place', 'المنطقة الخضراء', 'Green Zone'],
  ['organisation', 'مجلس النواب العراقي', 'Council of Representatives of Iraq'],
  ['person', 'مقتدى الصدر', 'Muqtada al-Sadr'],
  ['place', 'كركوك', 'Kirkuk'],
  ['facility', 'قاعدة عين الأسد', 'Ain al-Asad Airbase'],
  ['person', 'مايك بومبيو', 'Mike Pompeo'],
  ['organisation', 'الأمم المتحدة', 'United Nations'],
  ['state', 'السعودية', 'Saudi Arabia'],
  ['person', 'علي خامنئي', 'Ali Khamenei'],
  ['place', 'الأنبار', 'Al Anbar'],
  ['organisation', 'حلف شمال الأطلسي', 'NATO'],
  ['person', 'برهم صالح', 'Barham Salih'],
  ['state', 'إسرائيل', 'Israel'],
  ['place', 'النجف', 'Najaf'],
];

function entityOf([kind, ar, en]: (typeof NAMES)[number]): Entity {
  return { id: `${kind}/${en}`, kind, names: { ar, en }, source: 'lexicon' };
}

/** Company of an actor or place, for tests: so many, in three groups. */
export function makeCompany(count = NAMES.length): CompanyPart {
  const company = NAMES.slice(0, count).map((name, at) => ({
    entity: entityOf(name),
    articles: Math.round(140 / (at + 1) ** 0.9) + 1,
  }));
  const links = company.flatMap((_, from) =>
    company.flatMap((_, to) => {
      if (from >= to) return [];
      const together = Math.round(
        (company[to]?.articles ?? 0) * (from % 3 === to % 3 ? 0.9 : 0.2),
      );
      return together > 0 ? [{ from, to, articles: together }] : [];
    }),
  );
  const times = Array.from({ length: 60 }, (_, index) =>
    Date.UTC(2010 + (index % 9), index % 9),
  );
  return { looked: 500, company, links, times };
}
