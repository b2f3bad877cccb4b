import { Button, Checkbox, FormDialog, Icon, IconButton, Input, Popover, request, useToast } from '@amiable/web-kit';
import type { SavedViewFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { listChoicesKey, useListChoices } from './use-list-choices';
import { DropViewDocument, KeepViewDocument } from './view.documents';

interface Props {
  /** The list as it stands. */
  query: string;
  onChoose: (query: string) => void;
}

/** Vues: one's own and those of the team; the list as it stands can be kept as one. */
export function ViewMenu({ query, onChoose }: Props) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { choices } = useListChoices();
  const [saving, setSaving] = useState(false);
  const here = choices.savedViews.find((view) => view.query === query);
  const keep = (savedViews: SavedViewFragment[]) => queryClient.setQueryData(listChoicesKey, { ...choices, savedViews });
  const remove = async ({ id, name }: SavedViewFragment) => {
    keep((await request(DropViewDocument, { viewId: id })).dropView as SavedViewFragment[]);
    toast({ text: t('view.removed', { name }) });
  };
  const groups = [
    { label: t('view.mine'), views: choices.savedViews.filter(({ isMine }) => isMine) },
    { label: t('view.team'), views: choices.savedViews.filter(({ isMine }) => !isMine) },
  ].filter(({ views }) => views.length > 0);
  return (
    <>
      <Popover label={here?.name ?? t('view.menu')} icon="eye">
        {(close) => (
          <div className="view-menu">
            {groups.map(({ label, views }) => (
              <section key={label} aria-label={label}>
                <p className="soft">{label}</p>
                <ul>
                  {views.map((view) => (
                    <li key={view.id}>
                      <button
                        type="button"
                        className="menu-item"
                        aria-current={view === here || undefined}
                        onClick={() => {
                          close();
                          onChoose(view.query);
                        }}
                      >
                        {view === here && <Icon name="check" />}
                        <span>
                          {view.name}
                          {view.isDefault && <small>{t('view.isDefault')}</small>}
                          {!view.isMine && <small>{t('view.by', { name: view.ownerName })}</small>}
                          {view.isMine && view.isShared && <small>{t('view.isShared')}</small>}
                        </span>
                      </button>
                      {view.isMine && (
                        <IconButton icon="trash" label={t('view.remove', { name: view.name })} onClick={() => void remove(view)} />
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <Button icon="plus" kind="quiet" onClick={() => (close(), setSaving(true))}>
              {t('view.save')}
            </Button>
          </div>
        )}
      </Popover>
      {saving && (
        <FormDialog
          title={t('view.save')}
          submit={t('view.saveSubmit')}
          onClose={() => setSaving(false)}
          onSubmit={async ({ name, shared, byDefault }) => {
            const input = { name: name!, query, isShared: shared === 'on', isDefault: byDefault === 'on', viewId: null };
            keep((await request(KeepViewDocument, { input })).keepView as SavedViewFragment[]);
            toast({ text: t('view.saved', { name: name! }) });
          }}
        >
          <Input label={t('view.name')} name="name" required maxLength={60} data-autofocus="" />
          <Checkbox label={t('view.shareIt')} name="shared" />
          <Checkbox label={t('view.openWithIt')} name="byDefault" />
        </FormDialog>
      )}
    </>
  );
}
