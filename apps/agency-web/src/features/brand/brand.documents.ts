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
const brand = graphql(`
  query Brand($brandId: ID!) {
    brand(brandId: $brandId) {
      ...BrandFields
    }
  }
`);
const look = graphql(`
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
const revise = graphql(`
  mutation ReviseBrand($input: ReviseBrandInput!) {
    reviseBrand(input: $input) {
      ...BrandFields
    }
  }
`);
const restore = graphql(`
  mutation RestoreBrandVersion($input: RestoreBrandVersionInput!) {
    restoreBrandVersion(input: $input) {
      ...BrandFields
    }
  }
`);
const claimHost = graphql(`
  mutation ClaimHost($input: ClaimHostInput!) {
    claimHost(input: $input) {
      ...BrandFields
    }
  }
`);
const verifyHost = graphql(`
  mutation VerifyHost($hostId: ID!) {
    verifyHost(hostId: $hostId) {
      ...BrandFields
    }
  }
`);
const revokeHost = graphql(`
  mutation RevokeHost($hostId: ID!) {
    revokeHost(hostId: $hostId) {
      ...BrandFields
    }
  }
`);
export const brandDocuments = { brand, look, revise, restore, claimHost, verifyHost, revokeHost };
