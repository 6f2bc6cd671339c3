// What a Final Draft file says of the page: the measures of a standard screenplay, in inches and points, as its own files do.
import type { PaperName } from '../page/paper';
import { attributesXml } from './xml';

/** How the file looks in Final Draft. */
export interface DocumentLook {
  readonly paper: PaperName;
  readonly blankRowsAboveHeadings: 1 | 2;
  readonly more: string;
  readonly continued: string;
  /** Types that Final Draft shows in capitals. */
  readonly allCaps: ReadonlySet<string>;
}

/** Version 3, Final Draft 10's: its newer ones read it, and no reader warns of a version it does not know. */
export function documentHead(): string {
  return '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n<FinalDraft DocumentType="Script" Template="No" Version="3">\n';
}

interface Measure {
  readonly type: string;
  readonly left: string;
  readonly right: string;
  readonly first?: string;
  readonly above: number;
  readonly alignment?: string;
  readonly behaves?: string;
  readonly next: string;
  readonly style?: string;
}

// Final Draft's own screenplay: action 1.50-7.50 inches, dialogue 2.50-6.00, parentheticals 3.00-5.50, cues at 3.50,
// transitions right to 7.10. A row is 12 points.
const MEASURES: readonly Measure[] = [
  { type: 'General', left: '1.50', right: '7.50', above: 0, next: 'General' },
  { type: 'Scene Heading', left: '1.50', right: '7.50', above: 12, next: 'Action' },
  { type: 'Action', left: '1.50', right: '7.50', above: 12, next: 'Action' },
  { type: 'Character', left: '3.50', right: '7.25', above: 12, next: 'Dialogue' },
  { type: 'Parenthetical', left: '3.00', right: '5.50', first: '-0.10', above: 0, next: 'Dialogue' },
  { type: 'Dialogue', left: '2.50', right: '6.00', above: 0, next: 'Action' },
  { type: 'Transition', left: '5.50', right: '7.10', above: 12, alignment: 'Right', next: 'Scene Heading' },
  { type: 'Shot', left: '1.50', right: '7.50', above: 12, behaves: 'Scene Heading', next: 'Action' },
  { type: 'Cast List', left: '1.50', right: '7.50', above: 0, behaves: 'Action', next: 'Action' },
  { type: 'Singing', left: '2.50', right: '6.00', above: 0, behaves: 'Dialogue', next: 'Dialogue', style: 'Italic' },
];

const FONT = { AdornmentStyle: '0', Background: '#FFFFFFFFFFFF', Color: '#000000000000', Font: 'Courier Final Draft', RevisionID: '0', Size: '12' };
const SHEETS = { letter: { Height: '11.00', Width: '8.50' }, a4: { Height: '11.69', Width: '8.26' } } as const;

/** All that follows the content. @param tags a production's `TagData` */
export function documentEnd(look: DocumentLook, titlePage: string, tags = ''): string {
  return `${header()}${pageLayout(look)}${MEASURES.map((measure, at) => settings(measure, at, look)).join('')}${titlePage}${continueds(look)}${tags}</FinalDraft>\n`;
}

function font(style: string): string {
  return `<FontSpec${attributesXml({ ...FONT, Style: style })}/>`;
}

function header(): string {
  const spec = { Alignment: 'Right', FirstIndent: '0.00', Leading: 'Regular', LeftIndent: '1.25', RightIndent: '-1.25', SpaceBefore: '0', Spacing: '1', StartsNewPage: 'No' };
  return `  <HeaderAndFooter FooterFirstPage="Yes" FooterVisible="No" HeaderFirstPage="No" HeaderVisible="Yes" StartingPage="1">
    <Header>
      <Paragraph${attributesXml(spec)}>
        <DynamicLabel Type="Page #"/>
        <Text${attributesXml({ ...FONT, Style: '' })}>.</Text>
      </Paragraph>
    </Header>
  </HeaderAndFooter>\n`;
}

function pageLayout({ paper }: DocumentLook): string {
  const page = {
    BackgroundColor: '#FFFFFFFFFFFF', BottomMargin: '72', BreakDialogueAndActionAtSentences: 'Yes', DocumentLeading: 'Normal', FooterMargin: '36',
    ForegroundColor: '#000000000000', HeaderMargin: '36', InvisiblesColor: '#808080808080', TopMargin: '72', UsesSmartQuotes: 'No',
  };
  return `  <PageLayout${attributesXml(page)}>\n    <PageSize${attributesXml(SHEETS[paper])}/>\n  </PageLayout>\n`;
}

function settings(measure: Measure, at: number, { allCaps, blankRowsAboveHeadings }: DocumentLook): string {
  const { type, left, right, first = '0.00', above, alignment = 'Left', behaves = type, next, style = '' } = measure;
  const rows = type === 'Scene Heading' ? blankRowsAboveHeadings : 1;
  const spec = { Alignment: alignment, FirstIndent: first, Leading: 'Regular', LeftIndent: left, RightIndent: right, SpaceBefore: String(above * rows), Spacing: '1', StartsNewPage: 'No' };
  return `  <ElementSettings${attributesXml({ Type: type })}>
    ${font(allCaps.has(type) ? 'AllCaps' : style)}
    <ParagraphSpec${attributesXml(spec)}/>
    <Behavior${attributesXml({ PaginateAs: behaves, ReturnKey: next, Shortcut: String(at) })}/>
  </ElementSettings>\n`;
}

function continueds({ more, continued }: DocumentLook): string {
  const speech = { AutomaticCharacterContinueds: 'No', BottomOfPage: 'Yes', DialogueBottom: more, DialogueTop: continued, TopOfNext: 'Yes' };
  const scene = { ContinuedNumber: 'No', SceneBottom: '(CONTINUED)', SceneBottomOfPage: 'No', SceneTop: 'CONTINUED:', SceneTopOfNext: 'No' };
  return `  <MoresAndContinueds>\n    ${font('')}\n    <DialogueBreaks${attributesXml(speech)}/>\n    <SceneBreaks${attributesXml(scene)}/>\n  </MoresAndContinueds>\n`;
}
