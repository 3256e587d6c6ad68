//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// randomJournal is a journal of about 40 notes in nested folders.
func randomJournal(random *rand.Rand) map[string]string {
	v := &vandal{random: random}
	notes := map[string]string{"search.md": watchedSearch, "README.md": "# My search\n"}
	for n := range 12 {
		notes[fmt.Sprintf("interviews/2026-11-%02d-round.md", n)] = v.interview()
		notes[fmt.Sprintf("applications/application-%d.md", n)] = v.application()
	}
	for n := range 4 {
		notes[fmt.Sprintf("acme-%d/interviews/note-1.md", n)] = v.interview()
		notes[fmt.Sprintf("notes/old/deep/note-%d.md", n)] = "# Soup\n\nLentils.\n"
		notes[fmt.Sprintf("references/note-%d.md", n)] = v.reference()
	}
	notes["log/2026-11.md"] = v.log()
	return notes
}

// text returns what a note could hold: mostly an entry, sometimes one that is
// cut off, in conflict, or no text at all.
func (v *vandal) text() string {
	kinds := []func() string{
		v.interview, v.interview, v.application, v.reference, v.log, v.outreach,
		func() string { return "# Soup\n\nLentils.\n" },
	}
	text := kinds[v.random.IntN(len(kinds))]()
	switch v.random.IntN(12) {
	case 0:
		return text[:v.random.IntN(len(text))]
	case 1:
		return strings.Replace(text, "\n", "\n<<<<<<< HEAD\n", 1) + "=======\nOther.\n>>>>>>> theirs\n"
	case 2:
		return ""
	case 3:
		return text + "\x00\xff\xfe\n"
	case 4:
		return text + strings.Repeat("A long story. ", 5000) + "\n"
	}
	return text
}

func (v *vandal) company() string {
	return v.pick([]string{"Halden Robotics", "Northmere Grid", "Osprey Atlas", "Kestrel Freight", "Acme"})
}

func (v *vandal) person() string {
	return v.pick([]string{"Ines Falk", "Tomasz Brenner", "Hana Sato", "Grace Okafor", "Sofia Lund"})
}

func (v *vandal) day() string { return daysAgo(3 + v.random.IntN(10)) }

func (v *vandal) interview() string {
	return fmt.Sprintf("---\ncompany: %s\ndate: %s 16:30\nwith: %s\nthanked: %s\n---\nWent %s.\n",
		v.company(), v.day(), v.person(), v.pick([]string{"", "yes", "no", v.day()}), v.pick([]string{"well", "badly"}))
}

func (v *vandal) application() string {
	return fmt.Sprintf("---\ncompany: %s\nrole: Engineer\napplied: %s\nstatus: %s\nreferences: [%s]\n---\n\n## Log\n\n- %s heard back from %s\n",
		v.company(), v.day(), v.pick([]string{"applied", "interviewing", "rejected", "wishful"}), v.person(), v.day(), v.person())
}

func (v *vandal) reference() string {
	return fmt.Sprintf("---\nname: %s\npermission: %s\ntold: {%s: %s}\n---\n", v.person(), v.day(), v.company(), v.day())
}

func (v *vandal) log() string {
	return fmt.Sprintf("# Log\n\n- %s thanked %s: the replay\n- %s told %s about %s\n",
		v.day(), v.person(), v.day(), v.person(), v.company())
}

func (v *vandal) outreach() string {
	return fmt.Sprintf("---\nperson: %s\ncompany: %s\ndate: %s\n---\nHello.\n", v.person(), v.company(), v.day())
}
