/** A sum in minor units as the decimal a fact carries. */
export const moneySql = (minor: string) => `((${minor}) / 100.0)::numeric(14, 2)::text`;
