package parser

import (
	"slices"
	"sync"
)

// ProblemKind documents one kind of problem.
type ProblemKind struct {
	ID       ProblemID
	Severity Severity
	// Title is a short noun phrase.
	Title string
	// About says what debrief saw and what it does about it.
	About string
	// Instead says what to write.
	Instead string
	// Sample is a txtar archive: a small journal that causes the problem.
	//
	// What an archive cannot hold as text, a line of its comment says:
	// `bytes: FILE HEX`, `size: FILE 5MiB`, `link: FILE -> TARGET` or
	// `mode: FILE 000`. A line `now: INSTANT` is the instant of the report.
	Sample string
}

// ProblemKinds lists every kind of problem, errors first, in the order of the
// manual.
func ProblemKinds() []ProblemKind {
	return slices.Concat(fileProblems, fieldProblems, dateProblems, journalProblems, warnings)
}

// ProblemByID returns the kind with that id, or a zero ProblemKind.
func ProblemByID(id ProblemID) ProblemKind { return kindsByID()[id] }

// kindsByID indexes the table: every problem asks for its severity.
var kindsByID = sync.OnceValue(func() map[ProblemID]ProblemKind {
	kinds := map[ProblemID]ProblemKind{}
	for _, k := range ProblemKinds() {
		kinds[k.ID] = k
	}
	return kinds
})

// The kinds of problem.
const (
	UnreadableFile      ProblemID = "unreadable-file"
	NotUTF8             ProblemID = "not-utf8"
	TooLarge            ProblemID = "too-large"
	TooDeep             ProblemID = "too-deep"
	UnclosedFrontmatter ProblemID = "unclosed-frontmatter"
	BadFrontmatter      ProblemID = "bad-frontmatter"
	DuplicateKey        ProblemID = "duplicate-key"
	WrongType           ProblemID = "wrong-type"
	BadValue            ProblemID = "bad-value"
	MissingField        ProblemID = "missing-field"
	BadDate             ProblemID = "bad-date"
	AmbiguousDate       ProblemID = "ambiguous-date"
	WeekdayMismatch     ProblemID = "weekday-mismatch"
	MissingYear         ProblemID = "missing-year"
	RelativeDate        ProblemID = "relative-date"
	AmbiguousZone       ProblemID = "ambiguous-zone"
	UnknownZone         ProblemID = "unknown-zone"
	SkippedTime         ProblemID = "skipped-time"
	EndsBeforeStart     ProblemID = "ends-before-start"
	AmbiguousName       ProblemID = "ambiguous-name"
	WhichPosition       ProblemID = "which-position"
	ConflictMarkers     ProblemID = "conflict-markers"
	WaiverWithoutReason ProblemID = "waiver-without-reason"
	UnknownRule         ProblemID = "unknown-rule"
	UnknownSetting      ProblemID = "unknown-setting"
	TwoSearches         ProblemID = "two-searches"
	UnknownStatus       ProblemID = "unknown-status"
	MisspeltKey         ProblemID = "misspelt-key"
	FutureEvent         ProblemID = "future-event"
	NoSuchReference     ProblemID = "no-such-reference"
	DidYouMean          ProblemID = "did-you-mean"
	ConflictingDates    ProblemID = "conflicting-dates"
	ConflictedCopy      ProblemID = "conflicted-copy"
	LinkOutside         ProblemID = "link-outside"
	LinkLoop            ProblemID = "link-loop"
	RepeatedTime        ProblemID = "repeated-time"
)
