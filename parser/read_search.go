package parser

import (
	"fmt"
	"strings"
	"time"
)

func (f *fields) search() *searchEntry {
	e := &searchEntry{
		started: f.moment("started"), firstDay: f.moment("first_day"), zone: f.text("timezone"),
		working: [7]bool{false, true, true, true, true, true, false},
	}
	e.references, e.referencesAt = f.people("references")
	if order := f.text("date_order"); order.Given() {
		switch foldKey(order.Value) {
		case "dmy", "ddmmyyyy":
			e.order = OrderDMY
		case "mdy", "mmddyyyy":
			e.order = OrderMDY
		default:
			f.file.problem(BadValue, order.Span, "write dmy or mdy", "date_order is %s, and should be dmy or mdy", quoted(order.Value))
		}
	}
	f.goals(e)
	e.paused = f.pauses()
	f.workingDays(e)
	f.holidays(e)
	f.quietHours(e)
	f.sectionNames(e)
	f.ruleSettings(e)
	return e
}

func (f *fields) goals(e *searchEntry) {
	n := f.find("goals")
	if n == nil || n.kind == nodeBroken {
		return
	}
	if n.kind != nodeMap {
		f.wrongType(n, "goals", "a mapping with applications_per_week and outreach_per_week")
		return
	}
	part := f.part(n, named("applications_per_week applications", "outreach_per_week outreach"))
	e.goals[0] = part.number("applications_per_week", 0, 200)
	e.goals[1] = part.number("outreach_per_week", 0, 200)
}

func (f *fields) pauses() []pauseText {
	n := f.find("paused")
	if n == nil || n.kind == nodeBroken {
		return nil
	}
	nodes := []node{*n}
	if n.kind == nodeList {
		nodes = n.items
	}
	var pauses []pauseText
	for i := range nodes {
		switch it := &nodes[i]; {
		case it.kind == nodeMap:
			part := f.part(it, named("from", "to until", "why reason"))
			p := pauseText{from: part.moment("from"), to: part.moment("to"), why: part.text("why").Value}
			if !p.from.Given() {
				part.noun = "a pause"
				part.required("from: 2026-12-21", "from")
				continue
			}
			if part.find("to") != nil && !p.to.Given() {
				continue // not for ever: its end is there, and cannot be read
			}
			pauses = append(pauses, p)
		case it.kind == nodeBroken || isBlank(it):
		case it.kind == nodeScalar:
			if p, ok := f.pauseText(it); ok {
				pauses = append(pauses, p)
			}
		default:
			f.wrongType(it, "paused", "a mapping with from and to")
		}
	}
	return pauses
}

// pauseText reads `2026-12-21 to 2027-01-03`, or a single day.
func (f *fields) pauseText(n *node) (pauseText, bool) {
	for _, between := range []string{" to ", " until ", " – ", " - ", "..", "–", "/"} {
		if from, to, ok := strings.Cut(n.text, between); ok {
			a, faultA := readMoment(from)
			b, faultB := readMoment(to)
			if faultA == nil && faultB == nil {
				return pauseText{from: At[Moment]{a, n.span}, to: At[Moment]{b, n.span}}, true
			}
		}
	}
	m := f.momentOf(n)
	return pauseText{from: m, to: m}, m.Given()
}

var weekdayWords = map[string]time.Weekday{
	"sun": time.Sunday, "mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday,
	"thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday,
}

func weekdayOf(word string) (time.Weekday, bool) {
	folded := FoldName(word)
	for short, day := range weekdayWords {
		if folded == short || folded == strings.ToLower(day.String()) ||
			len(folded) > 3 && strings.HasPrefix(strings.ToLower(day.String()), folded) {
			return day, true
		}
	}
	return 0, false
}

// workingDays reads `[Mon, Tue]`, `Mon-Thu` or `Mon, Wed-Fri`.
func (f *fields) workingDays(e *searchEntry) {
	words := f.words("working_days")
	if len(words) == 0 {
		return
	}
	var working [7]bool
	for _, w := range words {
		from, to, isRange := strings.Cut(strings.NewReplacer("–", "-", " to ", "-").Replace(w.Value), "-")
		if !isRange {
			to = from
		}
		first, ok1 := weekdayOf(from)
		last, ok2 := weekdayOf(to)
		if !ok1 || !ok2 {
			f.file.problem(BadValue, w.Span, "write weekdays: Mon, Tue, or Mon-Fri", "%s is not a weekday", quoted(w.Value))
			continue
		}
		for d := first; ; d = (d + 1) % 7 {
			working[d] = true
			if d == last {
				break
			}
		}
	}
	if working != [7]bool{} {
		e.working = working
	}
}

func (f *fields) holidays(e *searchEntry) {
	n := f.find("holidays")
	if n == nil || n.kind == nodeBroken {
		return
	}
	nodes := []node{*n}
	if n.kind == nodeList {
		nodes = n.items
	}
	for i := range nodes {
		it := &nodes[i]
		switch {
		case it.kind == nodeMap: // {2026-12-25: Christmas}
			for j := range it.pairs {
				key := it.pairs[j].key
				f.holiday(e, &node{kind: nodeScalar, text: key.Value, span: key.Span})
			}
		case it.kind == nodeBroken || isBlank(it):
		case it.kind == nodeScalar:
			f.holiday(e, it)
		default:
			f.wrongType(it, "holidays", "a date")
		}
	}
}

func (f *fields) holiday(e *searchEntry, n *node) {
	if m, fault := readMoment(n.text); fault == nil {
		e.holidays = append(e.holidays, At[Moment]{m, n.span})
		return
	}
	for _, part := range splitList(n.plain(), anySeparator, nil) {
		m := f.momentOf(&node{kind: nodeScalar, text: part.Value, span: part.Span})
		if m.Given() {
			e.holidays = append(e.holidays, m)
		}
	}
}

func (f *fields) quietHours(e *searchEntry) {
	quiet := f.text("quiet")
	if !quiet.Given() {
		return
	}
	from, to, ok := strings.Cut(strings.ReplaceAll(quiet.Value, "–", "-"), "-")
	a, faultA := readClock(from)
	b, faultB := readClock(to)
	if !ok || faultA != nil || faultB != nil {
		f.file.problem(BadValue, quiet.Span, "write quiet: 22:00-08:00", "quiet is %s, and should be two times", quoted(quiet.Value))
		return
	}
	e.quiet = fmt.Sprintf("%02d:%02d-%02d:%02d", a.Hour, a.Minute, b.Hour, b.Minute)
}

func (f *fields) sectionNames(e *searchEntry) {
	n := f.find("sections")
	if n == nil || n.kind == nodeBroken {
		return
	}
	if n.kind != nodeMap {
		f.wrongType(n, "sections", `a mapping such as {"Was gut lief": worked}`)
		return
	}
	e.sections = map[string]sectionKind{}
	for i := range n.pairs {
		key, value := n.pairs[i].key, &n.pairs[i].value
		kind, ok := sectionWords[foldKey(value.text)]
		if !ok {
			f.file.problem(BadValue, value.span,
				"write worked, didnt, research, confidence, stumbles, thank-you, questions, next or log",
				"%s is not a section that debrief reads", quoted(value.text))
			continue
		}
		e.sections[foldHeading(key.Value)] = kind
	}
}

// ruleSettings reads {RULE: off | on | {setting: value}}. Which rules and
// settings there are is for the reader of the rules to say.
func (f *fields) ruleSettings(e *searchEntry) {
	n := f.find("rules")
	if n == nil || n.kind == nodeBroken {
		return
	}
	if n.kind != nodeMap {
		f.wrongType(n, "rules", "a mapping such as {search-single: off}")
		return
	}
	for i := range n.pairs {
		key, value := n.pairs[i].key, &n.pairs[i].value
		s := RuleSetting{Rule: key, Place: Place{f.file.Source, key.Span}}
		switch value.kind {
		case nodeScalar:
			switch strings.ToLower(value.text) {
			case "off", "no", "false":
				s.Off = true
			case "on", "yes", "true":
				s.On = true
			default:
				f.file.problem(BadValue, value.span, "write on, off, or its settings", "%s is %s, and should be on, off or settings", key.Value, quoted(value.text))
				continue
			}
		case nodeMap:
			for j := range value.pairs {
				s.Values = append(s.Values, f.ruleSetting(&value.pairs[j]))
			}
		case nodeList:
			f.wrongType(value, key.Value, "on, off or settings")
			continue
		default:
			continue
		}
		e.rules = append(e.rules, s)
	}
}

func (f *fields) ruleSetting(p *pair) Setting {
	return Setting{
		Name:  Text{p.key.Value, Place{f.file.Source, p.key.Span}},
		Value: Text{p.value.text, Place{f.file.Source, p.value.span}},
	}
}
