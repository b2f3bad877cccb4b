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
export const KeepViewDocument = graphql(`
  mutation KeepView($input: KeepViewInput!) {
    keepView(input: $input) {
      ...SavedView
    }
  }
`);
export const DropViewDocument = graphql(`
  mutation DropView($viewId: String!) {
    dropView(viewId: $viewId) {
      ...SavedView
    }
  }
`);
