package report

import (
	"runtime"
	"slices"
	"sync"
	"time"

	"debrief/parser"
)

// A subject is what a duty is about. It gives the item its names, its id and
// the place it stands at, and decides which waivers cover it.
type subject struct {
	position  *parser.Position
	interview *parser.Interview
	reference *parser.Reference
	// event is what the duty grew from where that is neither a position's nor a
	// round's.
	event *parser.Event
	// positions, where it is set, names the positions through which a duty that
	// belongs to none of them stands now: waivers of all of them waive it.
	positions func() []*parser.Position
	// person is the one person concerned, nil for nobody in particular.
	person *parser.Person
	place  parser.Place
}

// roundWith is what a duty is about that one person is owed for a round; nil
// is for nobody in particular.
func roundWith(iv *parser.Interview, person *parser.Person) subject {
	return subject{position: iv.Position, interview: iv, person: person, place: iv.Place}
}

func (s subject) company() string {
	switch {
	case s.interview != nil:
		return s.interview.Company
	case s.position != nil:
		return s.position.Company
	case s.event != nil:
		return s.event.Company
	}
	return ""
}

func (s subject) role() string {
	switch {
	case s.interview != nil:
		return s.interview.Role
	case s.position != nil:
		return s.position.Role
	case s.event != nil:
		return s.event.Role
	}
	return ""
}

func (s subject) name() string {
	if s.person == nil {
		return ""
	}
	return s.person.Name
}

// A duty is one thing a rule may ask for.
type duty struct {
	subject
	// judge says what stands at the view's instant. All it knows of the time
	// it must learn through view.reached. Nil is a duty that can never stand:
	// it only counts among those with the same subject.
	judge func() claim
	// words says it, for a claim that stands now; called once more for words that
	// last, with the view set to them.
	words func(claim) wording
	// did reports whether the notes show that it was done, dated or not; nil
	// where only what they date can.
	did func() bool
	// parting: it asks to say no, so that the position's end may be its deed.
	parting bool
}

// A claim is a duty's state at one instant; the zero claim asks for nothing.
type claim struct {
	urgency Urgency
	since   time.Time
	due     deadline
	// last is the moment it is all about where that is another than due.
	last deadline
}

// A wording is how a claim is put to the person.
type wording struct {
	title, message, action string
	record                 *Record
}

// A stage is the urgency a duty has from an instant on; "" when it asks for
// nothing.
type stage struct {
	at      time.Time
	urgency Urgency
}

// maxStages bounds how many instants of a duty's future are looked at. Nothing
// of the first version comes near; a duty that returns every week would.
const maxStages = 64

// timeline returns what a duty asks for now and the instants ahead at which
// that changes by itself, the present first; no instants for a duty that asks
// for nothing and never will by itself.
func (v *view) timeline(d duty) (claim, []stage) {
	defer func(c clock) { *v.clock = c }(*v.clock)
	v.next = time.Time{}
	present := d.judge()
	if present.urgency == "" && v.next.IsZero() {
		return present, nil
	}
	stages := []stage{{at: v.now, urgency: present.urgency}}
	for range maxStages {
		if v.next.IsZero() {
			break
		}
		*v.clock = clock{now: v.next}
		urgency := d.judge().urgency
		if urgency != stages[len(stages)-1].urgency {
			stages = append(stages, stage{at: v.now, urgency: urgency})
		}
	}
	return present, stages
}

// began returns when the urgency of a claim began. The duty is judged again
// from its since on, so that a pause or a second threshold in between counts;
// without a since, only a deadline that has passed can tell.
func (v *view) began(d duty, present claim) time.Time {
	if present.since.IsZero() {
		if present.urgency == Overdue {
			return present.due.at
		}
		return time.Time{}
	}
	defer func(c clock) { *v.clock = c }(*v.clock)
	now, at := v.now, present.since
	*v.clock = clock{now: at}
	urgency := d.judge().urgency
	for range maxStages {
		if v.next.IsZero() || v.next.After(now) {
			break
		}
		*v.clock = clock{now: v.next}
		if next := d.judge().urgency; next != urgency {
			urgency, at = next, v.now
		}
	}
	return at
}

// A prospect is a duty's timeline as far as a filter needs to know it.
type prospect struct {
	rule, company, person string
	// began is when the first of the stages did, the present one.
	began  time.Time
	stages []stage
}

// A finding is what one rule asks for.
type finding struct {
	items     []Item
	prospects []prospect
	waived    int
}

// laborious are the rules that take longest, most of all first. Started before
// the others, they leave no processor waiting for them at the end.
var laborious = []string{thankYouCopiedID, stumbleRepeatedID, contactColdID, thankYouID}

// duties runs the rules and returns the items that stand now, the prospects of
// every duty that will change by itself, and how many items are waived. Rules
// know nothing of one another and run side by side, each with its own clock;
// what they find is put together in their order.
func (v *view) duties(rules []*Rule) finding {
	found := make([]finding, len(rules))
	queue := make(chan int, len(rules))
	for _, i := range v.byLabour(rules) {
		queue <- i
	}
	close(queue)
	var running sync.WaitGroup
	work := func() {
		ids := v.newIdentities()
		for i := range queue {
			found[i] = v.atOwnClock().run(rules[i], ids)
		}
	}
	for range runtime.GOMAXPROCS(0) - 1 {
		running.Go(work)
	}
	work()
	running.Wait()
	all := gather(found)
	shortenIDs(all.items)
	return all
}

// byLabour returns the indexes of the rules that run, the laborious first.
func (v *view) byLabour(rules []*Rule) []int {
	var order []int
	for i, rule := range rules {
		if v.settings.runs(rule) {
			order = append(order, i)
		}
	}
	rank := func(i int) int {
		if at := slices.Index(laborious, rules[i].ID); at >= 0 {
			return at
		}
		return len(laborious)
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank(a) - rank(b) })
	return order
}

// gather puts together what the rules found, in their order.
func gather(found []finding) finding {
	var all finding
	items, prospects := 0, 0
	for _, f := range found {
		items, prospects = items+len(f.items), prospects+len(f.prospects)
	}
	all.items, all.prospects = make([]Item, 0, items), make([]prospect, 0, prospects)
	for _, f := range found {
		all.items = append(all.items, f.items...)
		all.prospects = append(all.prospects, f.prospects...)
		all.waived += f.waived
	}
	return all
}

// atOwnClock returns the same view with a clock that nobody else reads.
func (v *view) atOwnClock() *view {
	own := *v
	own.clock = &clock{now: v.now}
	return &own
}

// run judges every duty of one rule.
func (v *view) run(rule *Rule, ids *identities) finding {
	var found finding
	var standing []int // the places of the items' duties
	ids.duties = ids.duties[:0]
	rule.Run(v, func(d duty) {
		place := ids.add(d.subject)
		if d.judge == nil {
			return
		}
		present, stages := v.timeline(d)
		if present.urgency == "" && len(stages) < 2 {
			return
		}
		if v.waives(rule.ID, d.subject) {
			if present.urgency != "" {
				found.waived++
			}
			return
		}
		var began time.Time
		if present.urgency != "" {
			began = v.began(d, present)
			item := v.itemOf(rule, d, present, stages)
			item.ChangedAt = began
			found.items, standing = append(found.items, item), append(standing, place)
		}
		if len(stages) > 1 {
			found.prospects = append(found.prospects, prospect{
				rule: rule.ID, company: d.company(), person: d.name(), began: began, stages: stages,
			})
		}
	})
	for i, id := range ids.whole(rule.ID, standing) {
		found.items[i].ID = id
	}
	return found
}

// lastingWords says a claim in words that stay true. What there is to say of a
// deadline counts from now: the title stands for it.
func (v *view) lastingWords(d duty, c claim) Words {
	v.lasting = true
	w := d.words(c)
	v.lasting = false
	if !c.due.never() {
		w.message = w.title + "."
	}
	return Words{w.message, w.action, w.record}
}

// itemOf puts a claim into words; its id is given to it later.
func (v *view) itemOf(rule *Rule, d duty, c claim, stages []stage) Item {
	w, kept := d.words(c), v.lastingWords(d, c)
	item := Item{
		Rule:     rule.ID,
		Urgency:  c.urgency,
		Company:  d.company(),
		Role:     d.role(),
		Person:   d.name(),
		Since:    c.since,
		Due:      c.due.at,
		DueIsDay: c.due.day,
		Title:    w.title,
		Message:  w.message,
		Action:   w.action,
		Place:    d.place,
		Record:   w.record,
		Lasting:  kept,
	}
	if len(stages) > 1 {
		item.ChangesAt = stages[1].at
	}
	if item.Last, item.LastIsDay = c.last.at, c.last.day; c.last.never() {
		item.Last, item.LastIsDay = item.Due, item.DueIsDay
	}
	return item
}
