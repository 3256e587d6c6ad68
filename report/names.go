package report

import "debrief/parser"

// foldName returns the form of a name under which it is compared and indexed.
func foldName(name string) string { return parser.FoldName(name) }

// spellings are the names of a journal with their folded forms, which many
// rules ask for again and again.
type spellings map[string]string

// spellingsOf folds the names of a journal's companies, roles and people, each
// once.
func spellingsOf(j *parser.Journal) spellings {
	names := make(spellings, len(j.Positions)+len(j.People))
	for _, p := range j.Positions {
		names.take(p.Company)
		names.take(p.Role)
	}
	for _, iv := range j.Interviews {
		if p := iv.Position; p == nil || p.Company != iv.Company || p.Role != iv.Role {
			names.take(iv.Company)
			names.take(iv.Role)
		}
	}
	for _, p := range j.People {
		names.take(p.Name)
	}
	return names
}

func (s spellings) take(name string) {
	if _, known := s[name]; !known {
		s[name] = foldName(name)
	}
}

// fold returns the folded form of a name, of the journal's or any other.
func (s spellings) fold(name string) string {
	if folded, known := s[name]; known {
		return folded
	}
	return foldName(name)
}

// fold is foldName, quicker for a name of the journal.
func (v *view) fold(name string) string { return v.spellings().fold(name) }
