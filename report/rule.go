package report

import (
	"time"

	"debrief/parser"
)

// Urgency says how pressing an Item is.
type Urgency string

// The urgencies, most pressing first.
const (
	Overdue Urgency = "overdue"
	Due     Urgency = "due"
	Advice  Urgency = "advice"
)

// Rule is one thing debrief looks for.
type Rule struct {
	ID    string
	Title string
	// Done says in a few words what was done once a duty is settled; "" for a
	// rule that only gives advice.
	Done string
	// Looks says what the rule looks for, Why why it matters, with the
	// source of any figure.
	Looks, Why string
	Settings   []Setting
	// Fires and Silent are txtar journals; their comment is a line
	// `now: 2026-11-20T09:00:00+01:00`.
	Fires, Silent string
	// OffByDefault: runs only when search.md turns it on.
	OffByDefault bool
	// Run names every duty the journal could ever give rise to under this
	// rule, in an order of the journal's own. It must not ask the clock:
	// whether a duty stands is for its judge to say.
	Run func(*view, func(duty))
}

// Setting is a rule's threshold.
type Setting struct {
	Name    string
	Default string // as written in search.md: 24h, 7d, 3
	About   string
}

// Item is something the person still owes.
type Item struct {
	ID      string
	Rule    string
	Urgency Urgency
	Company string
	Role    string
	Person  string
	// Since is when the duty began, Due its deadline, ChangesAt when its
	// urgency changes or it goes by itself; zero when there is none.
	Since, Due, ChangesAt time.Time
	// ChangedAt is when the present urgency began, as the journal has it now;
	// zero when nobody wrote down a day that would tell.
	ChangedAt time.Time
	// DueIsDay: the deadline is the end of a day.
	DueIsDay bool
	// Last is the moment it is all about: that of an offer's answer, which is
	// overdue a day before. Mostly it is Due; a day's is its end.
	Last      time.Time
	LastIsDay bool
	// Title names the item in a few words that stay the same, and true, however
	// late they are read: "Thank Dana Reyes (Acme)".
	Title   string
	Message string // what is owed and the fact it rests on, one sentence
	Action  string // the next step, one imperative sentence
	Place   parser.Place
	Record  *Record
	// Lasting is the same in words that stay true however late they are read,
	// and are the same as long as the item is: for a report that is kept.
	Lasting Words

	whole string // the id before it was cut to a readable length
}

// Words are an item's, without what counts from now: no "yesterday", no "19 h
// left"; the message of one with a deadline is its title. In the record the day
// is for the person to fill in, as YYYY-MM-DD.
type Words struct {
	Message, Action string
	Record          *Record
}

// Record is the text that records that an item was done: mostly one line, else
// several with a line feed between them, a heading and what goes below it.
// "…" in it is for the person to fill in.
type Record struct {
	File string // relative to the journal; may not exist yet
	Line int    // the line to insert it after; 0: at the end of the file
	Text string // without the last line's end
}

// Rules returns every rule, in the manual's order. The slice and the rules are
// the caller's own.
func Rules() []*Rule {
	var rules []*Rule
	for _, rule := range []Rule{
		thankYou,
		referenceUntold,
		referenceResume,
		searchStale,
		evaluationMissing,
		evaluationIncomplete,
		stumbleUnanswered,
		stumbleRepeated,
		interviewSoon,
		thankYouLate,
		thankYouGeneric,
		thankYouCopied,
		referencePermission,
		referenceOverused,
		referenceOutcome,
		referencesFew,
		searchNoOther,
		searchSingle,
		searchCoasting,
		searchGoal,
		outreachPacket,
		answerOverdue,
		positionQuiet,
		applicationsUnanswered,
		decisionUnknown,
		interviewUnrecorded,
		noShow,
		missedApology,
		assessmentDue,
		offerDeadline,
		offerUnfirm,
		startedLooseEnds,
		rejectionUnanswered,
		contactCold,
	} {
		rules = append(rules, &rule)
	}
	return rules
}
