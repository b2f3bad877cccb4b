import './styles/index.css';

export {
  addDecimals,
  compareDecimals,
  type Decimal,
  isZero,
  negateDecimal,
  readDecimal,
  shareOf,
  subtractDecimals,
} from './format/decimal';
export {
  addDays,
  type Day,
  dayOfInstant,
  daysBetween,
  formatDay,
  formatDayInFull,
  formatDayShort,
  formatInstant,
  formatRelativeDay,
  formatTime,
  today,
} from './format/days';
export { formatCount, formatMoney, formatPercent, isFeeInvoice, type Money, sumMoney } from './format/money';
export { type Format, useFormat } from './format/use-format';
export { ViewBanner } from './frames/view-banner';

export { type Catalogue, type Facts as SentenceFacts, fill } from './i18n/fill';
export {
  alsoSpeak,
  type Catalogues,
  I18nProvider,
  type KeyOf,
  type KitKey,
  T,
  type Translate,
  useKitT,
  useTranslate,
  useWords,
} from './i18n/i18n';
export { type EnumName, type FamilyName, useLabels } from './i18n/labels';
export { type RawFacts, useSentences } from './i18n/sentences';
export {
  chooseSettings,
  currentSettings,
  type Density,
  type Language,
  setAccountLanguage,
  setAccountShortcuts,
  type Settings,
  startSettings,
  type Theme,
  useSettings,
} from './settings/settings';

export { type FileAddresses, fileAddresses } from './data/files';
export { createThrottle, type LiveSignal, useLive } from './data/live';
export { createQueryClient, type Pages, useNeeded, usePages, useRead } from './data/query-client';
export { configureRequests, faceHeaders, reach, Refusal, request, sendFile, type TypedDocument } from './data/request';
export { useFilters } from './data/use-filters';
export { changeUser, meKey, useSignIn } from './data/user';
export { newIdempotencyKey, useIdempotencyKey, useWrite } from './data/use-write';

export { Badge, type Brand, BrandStripe, type Tone } from './ui/badge';
export { BarChart, type Bars, type Series } from './ui/bar-chart';
export { Button, type ButtonProps, IconButton } from './ui/button';
export { Card, Facts, StatTile, StatTiles } from './ui/card';
export { Dialog } from './ui/dialog';
export { Story, type StoryEvent, type StoryGroup } from './ui/story';
export { Checkbox, DateInput, Field, FieldErrors, type FieldWords, Input, type Option, RadioGroup, Select, Textarea } from './ui/field';
export { EvidenceDialog } from './ui/evidence.dialog';
export { Icon, type IconName } from './ui/icon';
export { Key } from './ui/key';
export { Menu, type MenuItem, Popover } from './ui/menu';
export { MoneyInput } from './ui/money-input';
export { Empty, ErrorNote, Note, Progress, Skeleton, useErrorSentence } from './ui/states';
export { type Column, Table } from './ui/table';
export { Chips, type Tab, Tabs } from './ui/tabs';
export { ToastProvider, useToast } from './ui/toast';

export { BrandEditor } from './brand/brand-editor';
export type { EditedBrand, LookCheck } from './brand/brand-editor.types';
export { LeaveGuard } from './brand/leave-guard';
export { useBrand } from './brand/use-brand';

export { AppShell, LanguageChoice, type NavItem } from './frames/app-shell';
export { DetailPage, Panel } from './frames/detail-page';
export { FormDialog, type FormValues } from './frames/form-dialog';
export { ListPage, LoadMore } from './frames/list-page';
export { PageHead } from './frames/page-head';
export { SignedIn } from './frames/signed-in';

export { type Command, CommandPalette } from './keys/command-palette';
export { keyWords, ShortcutSheet } from './keys/shortcut-sheet';
export { activeShortcuts, type Shortcut, useShortcuts } from './keys/shortcuts';
