/** The words of the side panel. */
export const en = {
  panel: {
    open: 'Open beside the page',
    opening: 'The side panel could not be opened. The browser’s own menu has it, too.',
    sections: 'Parts of the panel',
    names: 'Names',
    map: 'Map',
    notes: 'Notes',
    strip: 'At word {{words}} of {{total}}',
    stripMany: 'At word {{words}} and {{more}} more, of {{total}}',
    details: 'More about {{name}}',
    first: 'First mention',
    previous: 'Previous',
    next: 'Next',
    together: 'Mentioned together with',
    sameSentence: {
      one: 'in {{count}} sentence',
      other: 'in {{count}} sentences',
    },
    sameParagraph: {
      one: 'in {{count}} paragraph',
      other: 'in {{count}} paragraphs',
    },
    alone: 'No other name stands in a paragraph with it.',
    yourNotes: 'Your notes on it',
    noNotesOnIt: 'You have no note on it here.',
    showOnMap: 'Show on the map',
    mapLabel: {
      one: 'Map of {{count}} place of the article',
      other: 'Map of {{count}} places of the article',
    },
    mapKeys:
      'The list below the map has the same places. Larger means mentioned more often.',
    unplaced: 'Mentioned, and not on the map',
    noPlaces: 'No place of this article is on the map.',
    mapFailed: 'The map could not be drawn.',
    closer: 'Closer',
    farther: 'Farther',
    source: 'Map: Natural Earth',
  },
} as const;
