/** Everything a page is built from. Import from here. */
export { Actions, Button, LinkButton } from './buttons.tsx'
export * from './data.tsx'
export * from './feedback.tsx'
export { Field, type FieldProps, type Option } from './field.tsx'
export { ErrorSummary, Fieldset, Form, type FormState, fieldId, Hidden } from './form.tsx'
export { Icon, type IconName, Mark } from './icons.tsx'
export { LeaveButton, ParticipantLayout, PrintLayout, PublicLayout, StaffLayout } from './layouts.tsx'
export { Choice, type ChoiceOption, Listen, Tile, Tiles } from './participant.tsx'
export { Pictogram, type PictogramName } from './pictograms.tsx'
export { Qr } from './qr.tsx'
export { renderPage } from './render.tsx'
export { Dots, type Voice, type VoiceItem, Voices } from './scale.tsx'
export { type Column, Filters, Pagination, Table, Tabs } from './table.tsx'
export {
  classes,
  type Flash,
  type Message,
  type NavItem,
  type Text,
  useLinks,
  useText,
  useView,
  type View,
  type Viewer,
  ViewProvider,
} from './view.tsx'
