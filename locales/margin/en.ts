/** The words of the interface on the page: the card, the bar, the editor; the shape that every language must have. */
export const en = {
  kind: {
    person: 'Person',
    organisation: 'Organisation',
    group: 'Armed or political group',
    power: 'Actor',
    state: 'State',
    place: 'Place',
    facility: 'Facility',
  },
  colour: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink' },
  count: {
    mentions: { one: '{{count}} mention', other: '{{count}} mentions' },
  },
  card: {
    position: 'Mention {{index}} of {{total}}',
    previous: 'Previous mention',
    next: 'Next mention',
    firstMeeting: 'The first article where you meet this name',
    metIn: {
      one: 'You met this name in {{count}} article',
      other: 'You met this name in {{count}} articles',
    },
    since: 'since {{date}}',
    fromText: 'Known from this text only',
    pin: 'Keep open',
    close: 'Close',
  },
  selection: {
    label: 'The selected words',
    highlight: 'Highlight in {{colour}}',
    note: 'Note',
    copy: 'Copy the quote',
  },
  editor: {
    label: 'Note on “{{quote}}”',
    heading: 'Note',
    words: 'Your note',
    placeholder: 'Write your note…',
    colours: 'Colour',
    addTag: 'Add a tag',
    removeTag: 'Remove the tag {{tag}}',
    delete: 'Delete the note',
    close: 'Close the note',
    saving: 'Saving…',
    saved: 'Saved',
    notSaved: 'Not saved.',
    held: 'Not saved yet, but your words are safe as a draft in this browser.',
  },
  versions: {
    heading: { one: '{{count}} earlier version', other: '{{count}} earlier versions' },
    at: '{{day}} at {{time}}',
    passage: 'a passage that went',
    bringBack: 'Bring back',
    addBack: 'Add at the end',
    place: 'the words it was on',
    putBack: 'Put it there again',
  },
  elsewhere: {
    heading: 'Changed in another tab or window:',
    nothing: '(no words)',
    take: 'Use these words',
    both: 'Add them to mine',
    keep: 'Keep mine',
    safe: 'Whichever you choose, the others stay among the earlier versions.',
  },
  anchor: {
    anchored: 'In its place',
    probable: 'Probably here: the page has changed around these words',
    changed: 'The words here have been edited since. Does the note still belong here?',
    orphan:
      'No longer on this page: the passage was removed or rewritten. Your note and its quote are safe.',
    article: 'On the whole article',
  },
  lost: {
    deleted: 'Its passage is no longer on this page: it was taken out.',
    reworded: 'Its passage was rewritten.',
    paywall:
      'Only the beginning of the article is shown here, and its passage is not in it.',
    shorter: 'The page is shorter than it was, and its passage is not in what is left.',
    refused: 'You said that it does not belong to the words found here.',
    kept: 'The note and its quote are kept.',
  },
  place: {
    now: 'Now it reads',
    here: 'Yes, here',
    notHere: 'No',
    select: 'Select its words',
    selectNow: 'Select in the text the words that this note belongs to.',
    set: 'The note belongs here',
    cancel: 'Cancel',
  },
  line: {
    label: 'This article and what you read before',
    close: 'Close',
    changes: 'What changed since you read it',
    showChanges: 'Show what changed',
    position: 'Change {{index}} of {{total}}',
    previousChange: 'Previous change',
    nextChange: 'Next change',
    added: 'A new paragraph.',
    changed: 'A changed paragraph. Before, it read:',
    removed: 'A paragraph was removed here:',
    carried: {
      one: '{{count}} note waits for your word',
      other: '{{count}} notes wait for your word',
    },
    carriedFrom: {
      one: '{{count}} note from {{site}}',
      other: '{{count}} notes from {{site}}',
    },
    review: 'Review',
    lost: {
      one: '{{count}} note has no place in this text',
      other: '{{count}} notes have no place in this text',
    },
    dim: 'Dim what I have read in stories I follow',
  },
  carry: {
    label: 'Notes that wait for your word',
    position: 'Note {{index}} of {{total}}',
    accept: 'Keep it here',
    refuse: 'Not here',
    confirm: 'Yes, here',
    deny: 'No',
    leave: 'Leave it so',
    next: 'Next',
    previous: 'Previous',
    accepted: 'Kept: it is a note of this article now.',
    placed: 'It has its place here.',
    refused: 'It will not be offered here again.',
    left: 'It stays without a place.',
    finished: 'All of them have your word.',
    kept: { one: '{{count}} note kept.', other: '{{count}} notes kept.' },
    status: {
      anchored: 'Its words stand here exactly.',
      probable: 'Its words probably stand here: the text around them is another.',
      changed: 'Its words stand here with changes.',
      orphan:
        'Its words do not stand in this text, so it has no place here. It stays with the article in which you wrote it.',
    },
  },
  private: {
    editor:
      'Private window: kept in memory only, and gone when the last private window is closed. Export what you want to keep.',
  },
  failure: {
    'bad-message':
      'Hawashi did not understand a request of its own. What was kept is safe. Reload the page and try again.',
    'storage-full':
      'The disk or the browser’s storage is full, so this was not saved. Everything kept before is safe. Free some space, then try again.',
    'storage-unavailable':
      'The notes cannot be reached just now. What was kept is safe. Try again; if it goes on, restart the browser.',
    'storage-newer':
      'The notes were written by a newer version of Hawashi. They are safe. Update the extension to read them.',
    'storage-blocked':
      'An earlier version of Hawashi is still open somewhere. Close its tabs and windows: then this goes on by itself. What was kept is safe.',
    'storage-migration':
      'The notes could not be brought into the form of this version. They are all there, unchanged. Save them to a file, and wait for the next update.',
    'not-found':
      'This is no longer there: it may have been deleted elsewhere. Nothing else was changed.',
    private:
      'This cannot be done from a private window: nothing is written from here. Open the page in a normal window to do it.',
    unreachable:
      'Hawashi was updated or is not running in this page. Your saved notes are safe. Reload the page to go on.',
    unexpected:
      'Something went wrong that we did not expect. What was kept is safe. Try again, or reload the page.',
  },
  notice: {
    'note-deleted': 'Note deleted',
    'note-restored': 'Note restored',
    'highlight-saved': 'Highlighted',
    'words-back': 'Brought back',
    undone: 'Undone',
    redone: 'Done again',
    'quote-copied': 'Quote copied',
    'words-copied': 'Your words are on the clipboard',
    'copy-failed': 'The browser did not allow copying. Press Ctrl+C instead.',
    'save-failed':
      'Not saved yet. Your words are safe as a draft in this browser, even if you close the page.',
    'save-unheld':
      'Your words could neither be saved nor kept as a draft. Copy them, and leave this page open.',
    'article-unkept':
      'Names are shown, but this article and new notes cannot be kept just now. What was kept before is safe.',
    updated:
      'Hawashi was updated. Reload to keep writing; what you wrote before is safe.',
    'updated-unheld':
      'Hawashi was updated. Reload to keep writing; copy first what you type from here on.',
    'story-followed': 'You follow this story now',
    'story-ended': 'You no longer follow this story',
    'verdict-noted': 'Noted: Hawashi keeps to your verdict',
    'verdict-undone': 'Your verdict was taken back',
    'note-carried': 'Note kept here',
    'note-confirmed': 'Note confirmed in its place',
    'note-refused': 'Note not kept here',
    'note-placed': 'Note put at these words',
    'note-unplaced': 'Note taken from this place',
    'note-left': 'Note left without a place',
  },
  action: {
    undo: 'Undo',
    redo: 'Redo',
    retry: 'Try again',
    reload: 'Reload',
    copy: 'Copy my words',
    dismiss: 'Dismiss',
  },
} as const;
