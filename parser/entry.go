package parser

// The entries below are what single notes say, field by field, before the
// journal is joined: dates without a zone, names not yet resolved.

var searchFields = named("kind", "type", "waive", "started", "timezone tz", "date_order", "references",
	"goals", "first_day start_date", "paused", "working_days", "holidays", "quiet", "sections", "rules")

type searchEntry struct {
	started, firstDay At[Moment]
	zone              At[string]
	order             DateOrder
	references        []personText
	referencesAt      Span
	goals             [2]int // applications, outreach per week
	paused            []pauseText
	working           [7]bool
	holidays          []At[Moment]
	quiet             string
	sections          map[string]sectionKind // by folded heading
	rules             []RuleSetting
}

type pauseText struct {
	from, to At[Moment]
	why      string
}

var applicationFields = named("kind", "type", "waive", "company employer organisation organization",
	"role position title job", "applied applied_on date_applied date", "status", "source", "via agency recruiter",
	"url posting link", "resume cv résumé", "cover_letter", "contacts people", "hiring_manager",
	"decision_by hear_back_by", "references", "references_requested", "offer", "first_day start_date", "due", "interviews")

type applicationEntry struct {
	company, role, via, url At[string]
	resume, coverLetter     At[string]
	applied                 done
	status                  At[string] // canonical
	ghosted                 bool
	contacts                []personText
	manager                 []personText
	decisionBy              At[Moment]
	expect                  Expect
	references              []personText
	referencesAt            Span
	requested               done
	offer                   *offerEntry
	firstDay, due           At[Moment]
}

var offerFields = named("on", "written", "respond_by", "accepted", "declined", "contingencies", "cleared")

type offerEntry struct {
	span                   Span
	on, respondBy          At[Moment]
	written                done
	accepted, declined     done
	contingencies, cleared []string
}

var interviewFields = named("kind", "type", "waive", "company employer organisation organization",
	"role position title job", "application", "date when interviewed", "time", "ends end", "duration", "timezone tz",
	"round stage", "format", "interviewers with panel met", "status", "thanked thank_you thanks",
	"confidence feeling", "research", "decision_by hear_back_by", "interviews")

type interviewEntry struct {
	span                 Span // the mapping, heading or fence that declares the round
	company, role        At[string]
	application          At[string] // the link's target
	date                 At[Moment]
	clock                At[Clock]
	clockZone            At[string]
	ends                 At[Moment] // HasClock; Day is zero when only a time was written
	duration             int64      // nanoseconds, 0: an hour
	zone                 At[string]
	round, format        string
	interviewers         []personText
	status               InterviewStatus
	thanked              []thanksText
	confidence, research int
	decisionBy           At[Moment]
	waivers              []waiverText // of the mapping; a note's own are its file's
	from, to             int          // its sections of the file
	body                 roundBody
}

// thanksText is one statement that somebody was thanked.
type thanksText struct {
	span  Span
	to    []personText // empty: everyone
	sent  done
	via   string
	about string
}

var thanksFields = named("to name", "sent on date", "via", "about")

var referenceFields = named("kind", "type", "waive", "name", "relationship", "email", "phone", "permission",
	"active", "thanked thank_you thanks", "told informed notified alerted")

type referenceEntry struct {
	name         At[string]
	relationship string
	email        string
	permission   done
	active       bool
	thanked      done
	told         []toldText
}

var toldFields = named("position company", "on date told", "resume cv résumé", "posting", "outcome")

// toldText is one statement that a reference was told about a position.
type toldText struct {
	span       Span
	position   At[string]
	splittable string // the separators at which position may be split, "" for none
	on         done
	resume     bool
	resumeFile string
	posting    bool
	outcome    done
}

var outreachFields = named("kind", "type", "waive", "company employer organisation organization",
	"person to contact", "date when", "channel", "role position title job", "resume cv résumé", "cover_letter",
	"purpose", "reply", "next", "via agency recruiter")

type outreachEntry struct {
	company, role, via  At[string]
	person              []personText
	date                At[Moment]
	resume, coverLetter At[string]
	reply               done
	channel             string
	purpose             string
}

// logFields are those of every entry; a log has no others.
var logFields = named("kind", "type", "waive")

// waiverText is one line below `waive:`.
type waiverText struct {
	rule, name, reason string
	span               Span
}
