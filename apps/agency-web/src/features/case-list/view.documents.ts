import { graphql } from '@documents';

graphql(`
  fragment SavedView on SavedViewFace {
    id
    name
    query
    isShared
    isMine
    isDefault
    ownerName
  }
`);
export const ListChoicesDocument = graphql(`
  query ListChoices {
    savedViews {
      ...SavedView
    }
    tags
    collectors {
      id
      name
      isMe
    }
  }
`);
export const SaveViewDocument = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      ...SavedView
    }
  }
`);
export const RemoveViewDocument = graphql(`
  mutation RemoveView($viewId: String!) {
    removeView(viewId: $viewId) {
      ...SavedView
    }
  }
`);
