import { graphql } from '@documents';

graphql(`
  fragment TemplateTextFields on TemplateText {
    subject
    preheader
    title
    body
  }
`);
graphql(`
  fragment TemplateEditorFields on TemplateEditor {
    clientId
    clientName
    brand {
      id
      name
    }
    template
    language
    hat
    tone
    isJudged
    newest
    standard {
      ...TemplateTextFields
    }
    versions {
      id
      version
      state
      restoredFrom
      writtenBy
      writtenAt
      activatedBy
      activatedAt
      retiredBy
      retiredAt
      sent
      text {
        ...TemplateTextFields
      }
    }
    fields {
      name
      insert
      isOptional
    }
    parts {
      name
      isNeeded
    }
  }
`);
export const TemplatesDocument = graphql(`
  query Templates($clientId: ID!) {
    templates(clientId: $clientId) {
      clientId
      clientName
      hat
      brands {
        id
        name
      }
      kinds {
        template
        tone
      }
      own {
        brandId
        template
        language
        hat
        activeVersion
        draftVersion
        changedAt
        changedBy
      }
    }
  }
`);
export const TemplateDocument = graphql(`
  query Template($input: TemplateInput!) {
    template(input: $input) {
      ...TemplateEditorFields
    }
  }
`);
export const TemplateTrialDocument = graphql(`
  query TemplateTrial($input: TemplateTrialInput!) {
    templateTrial(input: $input) {
      refusal
      subject
      html
      plainText
      faults {
        code
        article
        field
        line
        words
        refuses
        mend {
          from
          to
          offer
        }
      }
    }
  }
`);
export const WriteTemplateDocument = graphql(`
  mutation WriteTemplate($input: WriteTemplateInput!) {
    writeTemplate(input: $input) {
      ...TemplateEditorFields
    }
  }
`);
export const ActivateTemplateDocument = graphql(`
  mutation ActivateTemplate($input: TemplateVersionInput!) {
    activateTemplate(input: $input) {
      ...TemplateEditorFields
    }
  }
`);
export const RestoreTemplateDocument = graphql(`
  mutation RestoreTemplate($input: TemplateVersionInput!) {
    restoreTemplate(input: $input) {
      ...TemplateEditorFields
    }
  }
`);
export const WithdrawTemplateDocument = graphql(`
  mutation WithdrawTemplate($input: TemplateVersionInput!) {
    withdrawTemplate(input: $input) {
      ...TemplateEditorFields
    }
  }
`);
export const SendTemplateTestDocument = graphql(`
  mutation SendTemplateTest($input: SendTemplateTestInput!) {
    sendTemplateTest(input: $input)
  }
`);
