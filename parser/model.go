package parser

import "time"

// A Journal is every note of one search, joined: names resolved, statements
// about the same thing brought together, each fact with its place. It is
// immutable; any number of goroutines may read it.
type Journal struct {
	// Zone is search.md's timezone, else the zone given to NewJournal.
	Zone *time.Location
	// ZoneWritten is false when Zone is not from search.md.
	ZoneWritten bool

	Search     Search
	Positions  []*Position  // by company, role, path
	Interviews []*Interview // by start, path, place; undatable ones are left out
	References []*Reference // by name
	People     []*Person    // by name
	Events     []*Event     // by time (undated first), path, place
	Waivers    []*Waiver
	Problems   []Problem // by path and place

	Counts Counts
	// Logs are the paths of the logs, those without a line yet among them.
	Logs []string // by path
	// Partial lists the paths of notes whose frontmatter is damaged and was
	// read only in part.
	Partial []string
}

// Counts says what was read: Notes = Entries + Other + Unreadable.
type Counts struct{ Notes, Entries, Other, Unreadable int }

// Search is what search.md says. The zero Search is a journal without one.
type Search struct {
	Place      Place // of the value of started, else of the file's first byte; zero without search.md
	Started    When
	FirstDay   When
	References []*Reference // expected for every position; nil unless ReferencesSet
	// ReferencesSet is true when search.md names its references, even none.
	ReferencesSet       bool
	ApplicationsPerWeek int // 0: no goal
	OutreachPerWeek     int
	Paused              []Pause
	Working             [7]bool // by time.Weekday
	Holidays            []Civil
	Quiet               string // HH:MM-HH:MM, "" when not set
	Rules               []RuleSetting
}

// Pause is a span of days in which the search rests, both days included.
type Pause struct {
	From Civil
	To   Civil // zero: the end is open
	Why  string
}

// RuleSetting is one line below `rules:` in search.md.
type RuleSetting struct {
	Rule    At[string]
	Place   Place     // of the rule's name
	On, Off bool      // the value was a plain on or off
	Values  []Setting // else the settings
}

// Setting is one setting of a rule, its value as written (24h, 7d, 3).
type Setting struct {
	Name, Value Text
}

// Text is a string and where it stands.
type Text struct {
	Value string
	Place Place
}

// Status is a position's status as the application says it, "" when it says
// none. Aliases are gone: it is one of the constants.
type Status string

// The statuses of an application.
const (
	Lead         Status = "lead"
	Applied      Status = "applied"
	Screening    Status = "screening"
	Assessment   Status = "assessment"
	Interviewing Status = "interviewing"
	Offered      Status = "offer"
	Accepted     Status = "accepted"
	Started      Status = "started"
	OnHold       Status = "on-hold"
	Rejected     Status = "rejected"
	Withdrawn    Status = "withdrawn"
	Declined     Status = "declined"
	Closed       Status = "closed"
)

// A Position is a company and a role.
type Position struct {
	// Company and Role are as written first; Company is "undisclosed via
	// AGENCY" or "undisclosed" where the company is not known.
	Company, Role string
	Undisclosed   bool
	Via           string // agency, "" when none
	// Place is where the position was declared: an application's company, an
	// interview's company, or a log line.
	Place Place
	// Declared is true when an application entry declares the position.
	Declared bool

	Status      Status
	Ghosted     bool // status: ghosted; Status is then ""
	StatusPlace Place
	// Unread is true when a round or a log line about it was left out for want
	// of a date: something says how far it got, and could not be read.
	Unread bool

	Resume   string // the file applied with, "" when not known
	URL      string
	Manager  *Person // hiring manager, nil when not known
	Contacts []*Person
	// Research is what the application's own note knows of the company.
	Research []Passage

	// DecisionBy is the application's own; an interview may have a later one.
	DecisionBy      When
	DecisionByPlace Place
	Due             When // a take-home's
	DuePlace        Place
	FirstDay        When

	// Expect says which references the application names.
	Expect                   Expect
	References               []*Reference // with ExpectNamed
	ReferencesRequested      When
	ReferencesRequestedGiven bool // requested, maybe undated

	Offer Offer

	Interviews []*Interview // by start
	Events     []*Event     // by time, undated first; every event of this position

	company *company // the one that has it, while the journal is joined
	number  int32    // likewise, among all positions
}

// Expect says whom a position's hiring manager may call.
type Expect uint8

const (
	// ExpectDefault: the search's references, else every active one.
	ExpectDefault Expect = iota
	// ExpectNamed: the application's own list.
	ExpectNamed
	// ExpectNone: nobody.
	ExpectNone
	// ExpectLater: nobody until references are requested or an offer is made.
	ExpectLater
)

// Offer is what an application's `offer` says; what happened stands in events
// too (OfferMade, AcceptedOffer, DeclinedOffer).
type Offer struct {
	Given          bool
	Place          Place
	Written        bool
	WrittenOn      When // with Written, undated where it says yes
	WrittenPlace   Place
	RespondBy      When
	RespondByPlace Place
	Contingencies  []string
	Cleared        []string
}

// InterviewStatus is an interview's status field.
type InterviewStatus string

// The statuses of an interview; "" when none is written.
const (
	Scheduled   InterviewStatus = "scheduled"
	Done        InterviewStatus = "done"
	Cancelled   InterviewStatus = "cancelled"
	Rescheduled InterviewStatus = "rescheduled"
	NoShow      InterviewStatus = "no-show"
	MissedByMe  InterviewStatus = "missed"
)

// An Interview is one round.
type Interview struct {
	// Position is nil when company and role do not decide (which-position).
	Position *Position
	// Company and Role are as the position's, or as written without one.
	Company, Role string
	Round, Format string
	Status        InterviewStatus
	// Place is of the date that says when the round is.
	Place Place
	// Declares is true for an entry; false for a line `interviewed at …`.
	Declares bool

	// Start is an Instant or a Day, always known. End is the instant at which
	// it ends, never zero: of a Day the midnight that follows in Zone. Either
	// may carry another zone than Zone, where the time was written with one.
	Start When
	End   time.Time
	// Zone is the interview's zone.
	Zone *time.Location

	Interviewers []*Person // in the order written, each once; empty when none is named
	// Thanks are the thank-you events of this round. An event with no People
	// thanks everyone.
	Thanks []*Event

	ConfidenceRating int // 1 to 5; 0 when not given
	ResearchRating   int
	DecisionBy       When
	DecisionByPlace  Place

	Worked, Didnt, Research, Confidence, Questions, Next []Passage
	Stumbles                                             []Stumble
	// NoStumbles: the section on stumbles answers that there were none.
	NoStumbles bool
	// OwnWords is substantive text outside the sections.
	OwnWords []Passage
	Letters  []Letter

	company *company // of that name, while the journal is joined; nil when none is known
	number  int32    // likewise, among all rounds
}

// A Passage is a paragraph or list item with substance.
type Passage struct {
	Text string
	Span Span
}

// A Stumble is a question that made the person stumble.
type Stumble struct {
	Question string
	Answer   string // the better answer, "" when there is none yet
	Span     Span
}

// A Letter is the text of a thank-you note.
type Letter struct {
	To   *Person // nil: everyone of the round
	Text string
	Span Span // of the text
}

// A Person is anybody the journal names.
type Person struct {
	Name      string // as written first, the name part alone
	Email     string
	Title     string
	Companies []string // as written, of the entries that name the person

	number int32 // among everybody, while the journal is joined
}

// A Reference is somebody who will speak for the person.
type Reference struct {
	*Person
	Place Place // of the name
	// Relationship is how they know the person, as written; "" when not.
	Relationship string
	Active       bool
	Permission   Permission
	Events       []*Event // told, sent, asked, thanked; by time
	Outcomes     []Outcome
}

// Outcome says that a reference was told how a position ended.
type Outcome struct {
	Position *Position
	When     When
}

// Permission is whether somebody agreed to be a reference.
type Permission uint8

const (
	// PermissionUnknown: nothing is written.
	PermissionUnknown Permission = iota
	// PermissionYes: yes, or the date of the yes.
	PermissionYes
	// PermissionNo: they will not be a reference.
	PermissionNo
)

// EventKind is what happened.
type EventKind string

// The kinds of event.
const (
	Thanked       EventKind = "thanked"
	Told          EventKind = "told"
	Sent          EventKind = "sent"
	Asked         EventKind = "asked"
	AppliedTo     EventKind = "applied"
	InterviewedAt EventKind = "interviewed"
	Contacted     EventKind = "contacted"
	FollowedUp    EventKind = "followed up"
	HeardBack     EventKind = "heard back"
	Apologised    EventKind = "apologised"
	OfferMade     EventKind = "offer"
	AcceptedOffer EventKind = "accepted"
	DeclinedOffer EventKind = "declined"
	Withdrew      EventKind = "withdrew"
	RejectedBy    EventKind = "rejected"
	StartedAt     EventKind = "started"
	Outreach      EventKind = "outreach" // an outreach entry
)

// An Event is one thing that happened, however often it was written down.
type Event struct {
	What EventKind
	When When
	// People are whom it concerns; for a Thanked event of a round, nobody
	// means everyone.
	People []*Person
	// Companies are as written, the agency's name included.
	Company string
	// Positions are those it belongs to. Contact with an agency belongs to
	// every position via it (Agency is true); whether the position was live
	// then is for the reader to judge.
	Positions []*Position
	Agency    bool
	// Interview is the round a thank-you belongs to.
	Interview   *Interview
	Role        string
	Detail      string   // text after the colon, or `about`
	Files       []string // what was sent
	Resume      bool     // told: with the résumé, or one of Files is one
	ResumeFile  string   // which; "" when only yes is known
	CoverLetter bool
	Via         string // thanked: email, card, message, coordinator; outreach: the agency
	Met         bool   // contacted: they met, where other words may have gone one way
	// Entry is true when it was written as a field of an entry, false for a
	// log line.
	Entry bool
	Place Place

	order int // among the notes by path, and in its note
}

// A Waiver silences a rule for what one entry is about.
type Waiver struct {
	Rule   string // the rule's id
	Name   string // one person's name, "" for everyone
	Reason string
	Place  Place
	// The waiver covers what its entry is about: one of these.
	Position   *Position
	Interviews []*Interview
	Reference  *Reference
	Search     bool
}
