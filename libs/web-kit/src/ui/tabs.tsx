import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface Tab {
  id: string;
  label: string;
  count?: number;
}

/** Tabs with their panel; arrows move between them. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (id: string) => void;
  children: ReactNode;
}) {
  const base = useId();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length]!;
    onChoose(next.id);
    document.getElementById(`${base}-${next.id}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="tabs" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${chosen}`}>
        {children}
      </div>
    </>
  );
}

/** Filters that exclude each other, in a row. */
export function Chips({
  label,
  chips,
  chosen,
  onChoose,
}: {
  label: string;
  chips: ReadonlyArray<{ id: string; label: string; count?: number }>;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <div role="group" aria-label={label} className="chips">
      {chips.map((chip) => (
        <button key={chip.id} type="button" className="chip" aria-pressed={chip.id === chosen} onClick={() => onChoose(chip.id)}>
          {chip.label}
          {chip.count !== undefined && <span className="count">{chip.count}</span>}
        </button>
      ))}
    </div>
  );
}
