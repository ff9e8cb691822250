import { useState } from 'preact/hooks';
import type { Entity } from '@/core/model/entity';
import { EntityNames } from '../entity/EntityNames';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { type Company, entityAddress } from './about-view';
import { CompanyPicture } from './CompanyPicture';

interface Props {
  entity: Entity;
  company: Company;
  /** Articles that mention the entity. */
  total: number;
}

/** With whom it was met: as a picture, and the same as a list. What is pointed at in one is lit in the picture. */
export function CompanySection({ entity, company, total }: Props) {
  const { t } = useReviewWords();
  const [lit, setLit] = useState<number | null>(null);
  const most = company.company[0]?.articles ?? 1;
  return (
    <section>
      <h2>{t('about.company')}</h2>
      {company.company.length === 0 && <p class="hw-soft">{t('about.alone')}</p>}
      <div class="hw-company-both">
        {company.company.length > 1 && (
          <CompanyPicture entity={entity} company={company} lit={lit} onLight={setLit} />
        )}
        <ul class="hw-company">
          {company.company.map((one, at) => (
            <li
              key={one.entity.id}
              onPointerEnter={() => setLit(at)}
              onPointerLeave={() => setLit(null)}
            >
              <span class={`hw-company-kind hw-kind-${one.entity.kind}`}>
                <Icon node={KIND_ICONS[one.entity.kind]} size={14} />
              </span>
              <a
                class="hw-company-name"
                href={entityAddress(one.entity.id)}
                onFocus={() => setLit(at)}
                onBlur={() => setLit(null)}
              >
                <EntityNames entity={one.entity} />
              </a>
              <span
                class="hw-company-bar"
                style={{ inlineSize: `${(one.articles / most) * 64}px` }}
              />
              <span class="hw-soft hw-figures">
                {t('stories.articles', { count: one.articles })}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <OfLatest looked={company.looked} total={total} />
    </section>
  );
}

/** Says so where not all articles were looked through. */
export function OfLatest({ looked, total }: { looked: number; total: number }) {
  const { t } = useReviewWords();
  if (looked >= total) return null;
  return <p class="hw-soft hw-figures">{t('about.ofLatest', { count: looked })}</p>;
}
