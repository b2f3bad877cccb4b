import { BrandStripe, ErrorNote, Icon, useFormat, useLabels } from '@amiable/web-kit';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { recentSearches, rememberSearch } from './recent-searches';
import './search.css';
import { groups, type SearchHit, useSearch } from './use-search';

/** Recherche: one field for anything a caller may say. Arrows move, Enter opens; an Enter too early waits for the answer. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const base = useId();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const opensFirst = useRef(false);
  const { found, error, isAsked, isAnswered } = useSearch(text);
  const [recent] = useState(recentSearches);

  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);

  const labels = { cases: t('search.group.cases'), debtors: t('search.group.debtors'), invoices: t('search.group.invoices') };
  const shown = groups.map((name) => ({ name, label: labels[name], rows: found?.[name] ?? [] })).filter(({ rows }) => rows.length > 0);
  const hits = shown.flatMap(({ rows }) => rows);
  /** Where a group begins among all that is offered. */
  const startOf = (name: string) =>
    shown
      .slice(
        0,
        shown.findIndex((group) => group.name === name),
      )
      .reduce((sum, { rows }) => sum + rows.length, 0);
  const offered = isAsked ? hits.length : recent.length;
  const chosen = Math.min(at, offered - 1);
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    rememberSearch(text.trim());
    onClose();
    void navigate(`/cases/${hit.caseId}`);
  };
  useEffect(() => {
    if (!opensFirst.current || !isAnswered) return;
    opensFirst.current = false;
    open(hits[0]);
  });
  const type = (value: string) => {
    opensFirst.current = false;
    setText(value);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.max(0, chosen) + step + offered) % Math.max(1, offered));
    else if (event.key === 'Enter' && !isAsked) type(recent[chosen] ?? '');
    else if (event.key === 'Enter' && isAnswered) open(hits[chosen]);
    else if (event.key === 'Enter') opensFirst.current = true;
    else return;
    event.preventDefault();
  };
  const option = (index: number) => ({
    id: `${base}-${index}`,
    role: 'option',
    'aria-selected': index === chosen,
    ref: index === chosen ? (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' }) : undefined,
    onMouseMove: () => index !== chosen && setAt(index),
  });
  return (
    <dialog
      ref={dialog}
      className="dialog palette search"
      aria-label={t('search.title')}
      onCancel={(event) => (event.preventDefault(), onClose())}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-body">
        <div className="palette-field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-expanded={offered > 0}
            aria-controls={`${base}-list`}
            aria-activedescendant={chosen >= 0 ? `${base}-${chosen}` : undefined}
            aria-label={t('search.title')}
            placeholder={t('search.hint')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div role="listbox" id={`${base}-list`} aria-label={t('search.title')} aria-busy={isAsked && !isAnswered} className="palette-rows">
          {isAsked
            ? shown.map(({ name, label, rows }) => (
                <div key={name} role="group" aria-label={label}>
                  <p className="search-group" aria-hidden="true">
                    {label}
                  </p>
                  {rows.map((hit, index) => (
                    <div key={`${hit.caseId} ${hit.matchedText ?? ''}`} {...option(startOf(name) + index)} onClick={() => open(hit)}>
                      <Hit hit={hit} />
                    </div>
                  ))}
                </div>
              ))
            : recent.length > 0 && (
                <div role="group" aria-label={t('search.recent')}>
                  <p className="search-group" aria-hidden="true">
                    {t('search.recent')}
                  </p>
                  {recent.map((each, index) => (
                    <div key={each} {...option(index)} onClick={() => type(each)}>
                      <Icon name="clock" />
                      <span>{each}</span>
                    </div>
                  ))}
                </div>
              )}
        </div>
        {error && isAnswered && <ErrorNote error={error} />}
        <p className="palette-none" role="status">
          {!isAsked && recent.length === 0 && t('search.how')}
          {isAsked && !isAnswered && hits.length === 0 && t('search.looking')}
          {isAnswered && !error && hits.length === 0 && t('search.nothing', { text: text.trim() })}
          {isAnswered && found?.more && t('search.more')}
        </p>
      </div>
    </dialog>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const why = {
    REFERENCE: hit.reference,
    PHONE: hit.matchedText,
    EMAIL: hit.matchedText,
    NUMBER: t('search.why.invoice', { number: hit.matchedText ?? '', amount: hit.invoiceAmount ? format.money(hit.invoiceAmount) : '' }),
    AMOUNT: hit.invoiceAmount
      ? t('search.why.invoice', { number: hit.matchedText ?? '', amount: format.money(hit.invoiceAmount) })
      : t('search.why.open'),
    ALIKE: label('SearchMatch', hit.matchedOn),
    BOTH: hit.city ?? '',
    NAME: '',
  }[hit.matchedOn];
  return (
    <span className="search-hit">
      <BrandStripe brand={hit.brand} />
      <span className="two-lines">
        <span>{hit.debtorName}</span>
        <small>
          <span className="reference">{hit.reference}</span>
          {hit.city && hit.matchedOn !== 'BOTH' && ` · ${hit.city}`}
          {why && why !== hit.reference && (
            <>
              {' · '}
              <strong>{why}</strong>
            </>
          )}
          {hit.caseCount > 1 && ` · ${t('search.cases', { count: hit.caseCount })}`}
        </small>
      </span>
      <span className="search-owed">
        <strong>{format.money(hit.open)}</strong>
        {hit.state !== 'OPEN' && <small>{label('CaseState', hit.state)}</small>}
      </span>
    </span>
  );
}
