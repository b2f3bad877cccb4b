import { meKey, request, setAccountShortcuts, useSettings } from '@amiable/web-kit';
import { graphql, type MeFieldsFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

const ChooseShortcutsDocument = graphql(`
  mutation ChooseShortcuts($input: ChooseShortcutsInput!) {
    chooseShortcuts(input: $input) {
      ...MeFields
    }
  }
`);

/** Keys of one's own are kept with the account: taken from it at sign-in, given to it when they change. */
export function useAccountShortcuts({ user, shortcuts }: MeFieldsFragment): void {
  const queryClient = useQueryClient();
  const { letterKeys, keys } = useSettings();
  const known = useRef<string | null>(null);
  useEffect(() => {
    known.current = null;
  }, [user.id]);
  useEffect(() => {
    const mine = JSON.stringify([letterKeys, Object.entries(keys).toSorted()]);
    if (known.current === null) {
      const kept = Object.fromEntries(shortcuts.keys.map(({ key, chosen }) => [key, chosen]));
      known.current = JSON.stringify([shortcuts.letterKeys, Object.entries(kept).toSorted()]);
      if (known.current !== mine) setAccountShortcuts({ letterKeys: shortcuts.letterKeys, keys: kept });
      return;
    }
    if (known.current === mine) return;
    known.current = mine;
    const input = { letterKeys, keys: Object.entries(keys).map(([key, chosen]) => ({ key, chosen })) };
    void request(ChooseShortcutsDocument, { input })
      .then(({ chooseShortcuts: me }) => queryClient.setQueryData(meKey, { me }))
      .catch(() => undefined); // this browser keeps them; the account gets them with the next change
  }, [letterKeys, keys, shortcuts, queryClient]);
}
