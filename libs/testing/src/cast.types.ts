/** Somebody who signs in; the password is `castPassword`. */
export interface CastPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** One debtor and the case of it. */
export interface CastCase {
  readonly clientId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly email: string | null;
  readonly postcode: string;
  readonly openMinor: bigint;
  readonly invoices: ReadonlyArray<{ readonly id: string; readonly number: string; readonly amountMinor: bigint; readonly dueOn: string }>;
  /** The secret of the link in the debtor's e-mail. */
  readonly token: string;
}

export interface CastClient {
  readonly id: string;
  readonly name: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly slug: string;
  readonly mandateId: string;
  readonly scenarioId: string;
  readonly owner: CastPerson;
  readonly reader: CastPerson;
  readonly cases: readonly [CastCase, CastCase, CastCase];
}

/** The small known world of the specs. Hugo's portfolio is client A alone; everybody else of the staff reaches both. */
export interface Cast {
  readonly agencyName: string;
  readonly staff: {
    readonly lea: CastPerson;
    readonly hugo: CastPerson;
    readonly manager: CastPerson;
    readonly accountant: CastPerson;
    readonly admin: CastPerson;
  };
  readonly a: CastClient;
  readonly b: CastClient;
}
