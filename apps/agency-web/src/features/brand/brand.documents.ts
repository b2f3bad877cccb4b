import { graphql } from '@documents';

graphql(`
  fragment BrandFields on Brand {
    id
    version
    clientId
    clientName
    address
    name
    primaryColour
    secondaryColour
    radius
    font
    logoId
    logo
    logoDarkId
    logoDark
    senderName
    senderEmail
    replyTo
    phone
    website
    addressLine
    postcode
    city
    language
    bankHolder
    bankIban
    bankBic
    hosts {
      id
      host
      state
      recordName
      recordValue
      target
    }
    versions {
      version
      at
      by
      changed
    }
  }
`);
export const BrandDocument = graphql(`
  query Brand($brandId: ID!) {
    brand(brandId: $brandId) {
      ...BrandFields
    }
  }
`);
export const BrandLookDocument = graphql(`
  query BrandLook($primary: String!, $secondary: String) {
    brandLook(primary: $primary, secondary: $secondary) {
      scheme
      role
      move
      original
      used
      against
      ratioBefore
      ratio
      lcBefore
      lc
    }
  }
`);
export const ReviseBrandDocument = graphql(`
  mutation ReviseBrand($input: ReviseBrandInput!) {
    reviseBrand(input: $input) {
      ...BrandFields
    }
  }
`);
export const RestoreBrandVersionDocument = graphql(`
  mutation RestoreBrandVersion($input: RestoreBrandVersionInput!) {
    restoreBrandVersion(input: $input) {
      ...BrandFields
    }
  }
`);
export const ClaimHostDocument = graphql(`
  mutation ClaimHost($input: ClaimHostInput!) {
    claimHost(input: $input) {
      ...BrandFields
    }
  }
`);
export const VerifyHostDocument = graphql(`
  mutation VerifyHost($hostId: ID!) {
    verifyHost(hostId: $hostId) {
      ...BrandFields
    }
  }
`);
export const RevokeHostDocument = graphql(`
  mutation RevokeHost($hostId: ID!) {
    revokeHost(hostId: $hostId) {
      ...BrandFields
    }
  }
`);
