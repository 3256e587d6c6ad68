package main

import (
	"net/mail"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// A query is what the flags shared by report and check ask for.
type query struct {
	now     instant
	only    ruleList
	company words
	person  words
	since   instant
	urgency choice
	failOn  choice
	color   choice
	format  choice
	files   fileList
	// of a mail
	mailTo   addressList
	mailFrom oneAddress
	link     linkTemplate // of a page
}

// newQuery returns a query with its defaults; failOn is the verb's own.
func newQuery(failOn string) *query {
	return &query{
		now:     instant{flag: "now"},
		since:   instant{flag: "since"},
		urgency: choice{words: []string{string(report.Overdue), string(report.Due), string(report.Advice)}},
		failOn:  choice{value: failOn, words: []string{string(report.Overdue), string(report.Due), "never"}},
		color:   choice{value: "auto", words: []string{"auto", "always", "never"}},
	}
}

// register defines the flags of the query on a verb that writes formats, less
// those that make no sense for it.
func (q *query) register(cmd *cobra.Command, formats []render.Format, without ...string) {
	for _, f := range formats {
		q.format.words = append(q.format.words, f.Name)
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	for _, f := range []struct {
		value       pflag.Value
		name, short string
		about       string
	}{
		{&q.format, "format", "", "how to write it; text unless -o says otherwise"},
		{&q.files, "output", "o", "write into this file, in the format of its ending"},
		{&q.now, "now", "", "the instant to report on, instead of now"},
		{&q.only, "only", "", "only what these rules say"},
		{&q.company, "company", "", "only what is about this company"},
		{&q.person, "person", "", "only what is about this person"},
		{&q.since, "since", "", "only what became due or overdue since this instant"},
		{&q.urgency, "urgency", "", "only what is this urgent"},
		{&q.failOn, "fail-on", "", "exit with 1 when something this urgent is owed"},
		{&q.color, "color", "", "when to use colour"},
	} {
		if !slices.Contains(without, f.name) {
			flags.VarP(f.value, f.name, f.short, f.about)
		}
	}
	q.registerMail(cmd)
	q.registerLink(cmd)
	q.registerCompletions(cmd, formats)
}

// registerCompletions offers the shell what formats are about, and the rules. The
// only error is an unknown flag: one that this verb does without.
func (q *query) registerCompletions(cmd *cobra.Command, formats []render.Format) {
	described := make([]cobra.Completion, len(formats))
	for i, f := range formats {
		described[i] = cobra.CompletionWithDesc(f.Name, f.About)
	}
	_ = cmd.RegisterFlagCompletionFunc("format", oneOf(described))
	_ = cmd.RegisterFlagCompletionFunc("only", oneMoreOf(ruleIDs()))
}

// filter narrows a report to what the query asks for. A company that the
// journal does not name is refused: the answer would read as an all-clear.
func (q *query) filter(j *parser.Journal, r *report.Report) (*report.Report, error) {
	company, err := q.employer(j)
	if err != nil {
		return nil, err
	}
	person, err := q.who(j)
	if err != nil {
		return nil, err
	}
	narrow := report.Filter{
		Rules:   q.only,
		Company: company,
		Person:  person,
		Urgency: report.Urgency(q.urgency.value),
	}
	if q.since.text != "" {
		if narrow.Since, err = q.since.in(j.Zone); err != nil {
			return nil, err
		}
	}
	return r.Filter(narrow), nil
}

// employer returns the company behind --company: that name, or the only one in
// the journal that begins with it.
func (q *query) employer(j *parser.Journal) (string, error) {
	if q.company == "" {
		return "", nil
	}
	known := companies(j)
	var longer []string
	for _, name := range known {
		if parser.SameCompany(name, string(q.company)) {
			return name, nil
		}
		begins := strings.HasPrefix(parser.FoldName(name), parser.FoldName(string(q.company))+" ")
		if begins && !slices.ContainsFunc(longer, func(other string) bool { return parser.SameCompany(other, name) }) {
			longer = append(longer, name)
		}
	}
	if len(longer) == 1 {
		return longer[0], nil
	}
	return "", usage(didYouMean(string(q.company), known), "the journal names no company %q", q.company)
}

// who returns the whole name behind --person: that name, or the only one in
// the journal that begins or ends with it.
func (q *query) who(j *parser.Journal) (string, error) {
	if q.person == "" {
		return "", nil
	}
	var known, partly []string
	for _, p := range j.People {
		if parser.SamePerson(p.Name, string(q.person)) {
			return p.Name, nil
		}
		known = append(known, p.Name)
		if words := strings.Fields(p.Name); parser.SameName(words[0], string(q.person)) || parser.SameName(words[len(words)-1], string(q.person)) {
			partly = append(partly, p.Name)
		}
	}
	switch len(partly) {
	case 0:
		return "", usage(didYouMean(string(q.person), known), "the journal names nobody called %q", q.person)
	case 1:
		return partly[0], nil
	}
	return "", usage("write "+strings.Join(partly, " or "), "%q is the name of several people", q.person)
}

// companies lists every company that the journal names, sorted, some of them
// several times.
func companies(j *parser.Journal) []string {
	var names []string
	for _, position := range j.Positions {
		names = append(names, position.Company)
	}
	for _, interview := range j.Interviews {
		names = append(names, interview.Company)
	}
	for _, event := range j.Events {
		names = append(names, event.Company)
	}
	slices.Sort(names)
	return names
}

// options says how the query's answer is to be rendered: one that was narrowed
// gives no all-clear, and advice that was asked for is not folded.
func (q *query) options() render.Options {
	return render.Options{
		AllAdvice: q.urgency.value == string(report.Advice),
		Narrowed:  len(q.only) > 0 || q.company != "" || q.person != "" || q.since.text != "" || q.urgency.value != "",
		MailTo:    q.mailTo,
		MailFrom:  mail.Address(q.mailFrom),
	}
}

// onProblems is the --fail-on of a check of what is staged, where none is
// given: what is owed is no reason to hold a commit up.
const onProblems = "problems"

// verdict returns errFindings when the report holds an item at or above
// --fail-on, or a problem by which facts were lost: what is not known may be
// overdue as well.
func (q *query) verdict(r *report.Report) error {
	if q.failOn.value == "never" {
		return nil
	}
	urgent := func(i report.Item) bool {
		switch q.failOn.value {
		case onProblems:
			return false
		case string(report.Due):
			return i.Urgency != report.Advice
		}
		return i.Urgency == report.Overdue
	}
	lost := func(p parser.Problem) bool { return p.Severity() == parser.Error }
	if slices.ContainsFunc(r.Items, urgent) || slices.ContainsFunc(r.Problems, lost) {
		return errFindings
	}
	return nil
}

// nothingToSay reports whether nothing is owed and every note could be read.
func nothingToSay(r *report.Report) bool {
	return len(r.Items) == 0 && len(r.Problems) == 0 && r.Counts.Unreadable == 0
}
