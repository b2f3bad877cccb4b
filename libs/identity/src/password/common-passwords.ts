/**
 * Passwords everybody tries first. Those of 12 signs and more are listed as they are; of the shorter ones every
 * repetition and every ending by digits or signs is meant too (see password.rules.ts).
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456 1234567 12345678 123456789 1234567890 123456789012 1234567890123 0123456789 012345678910 987654321 9876543210
  111111 000000 121212 123123 112233 654321 666666 696969 123321 101010 password passw0rd p@ssword p@ssw0rd motdepasse
  mot2passe azerty azertyuiop azertyuiopqs azerty123456 qwerty qwertyuiop qwerty123456 qwertz qwertzuiop qwertyuiopasdf
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc qazwsx qazwsxedc zaq12wsx zaqwsx asdfgh asdfghjkl qsdfgh qsdfghjklm
  wxcvbn zxcvbn zxcvbnm abc123 abcdef abcdefgh abcdefghijkl a1b2c3d4 a1b2c3d4e5f6 iloveyou iloveyou1234 jetaime jetaime12345
  bonjour bonjour12345 soleil marseille doudou chouchou loulou coucou princesse princess nicolas camille alexandre chocolat
  football baseball basketball superman batman pokemon starwars dragon monkey shadow master sunshine welcome welcome12345
  letmein letmein12345 trustno1 whatever freedom admin administrator administrateur administrator1 root toor changeme
  changemenow changezmoi default secret secret123456 test testtest testtesttest guest login user utilisateur temporaire
  entreprise bienvenue bienvenue123 france paris amiable amiable12345 recouvrement correcthorsebatterystaple`.split(/\s+/),
);
