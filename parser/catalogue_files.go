package parser

// fileProblems are about a note as a whole: it cannot be read, or only a part
// of it can.
var fileProblems = []ProblemKind{
	{
		ID: UnreadableFile, Title: "a file or folder that cannot be opened",
		About: "The system would not let debrief open this file or folder, so nothing in it was read. The note is " +
			"counted as unreadable, and the report does not say that all is well.",
		Instead: "Give yourself permission to read it. If it does not belong to the search, move it out of the journal " +
			"or list it in .debriefignore.",
		Sample: "mode: interviews/acme.md 000\n-- interviews/acme.md --\nThe permissions of this note shut everybody out.\n",
	},
	{
		ID: NotUTF8, Title: "a note in another encoding",
		About: "The bytes of this note are not UTF-8 text: an old editor saved it in another encoding, or it is no text " +
			"at all. Nothing of it was read, because names would come out wrong.",
		Instead: "Open it in your editor and save it again with the encoding UTF-8.",
		Sample:  "bytes: interviews/acme.md 636f6d70616e793a204dfc6c6c65720a\n",
	},
	{
		ID: TooLarge, Title: "a note of more than 4 MiB",
		About: "Notes of this size are pasted logs or pictures, and reading them would make every report wait. Nothing " +
			"of it was read.",
		Instead: "Move what was pasted to a file that does not end in .md, split the note, or list it in .debriefignore.",
		Sample:  "size: interviews/acme.md 5MiB\n",
	},
	{
		ID: TooDeep, Title: "values inside values without end",
		About: "Lists, mappings or quotes stand inside each other more than a hundred levels deep, or aliases repeat each " +
			"other without end. That value was not read; the rest of the note was.",
		Instead: "Write it flatter. No field of a journal needs more than five levels.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
contacts: &everybody [Dana Reyes, *everybody]
---
`,
	},
	{
		ID: UnclosedFrontmatter, Title: "frontmatter that never ends, or never begins",
		About: "The first line opens a block of fields, and no line closes it; or the fields of an entry stand at the top " +
			"of its note without such lines. The fields that can be told from prose were read, and the rest was taken for " +
			"the body; if there are none below an opening line, the note counts as unreadable.",
		Instead: "Write the same marker, such as ---, alone on the line above the first field and below the last one.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18

## What worked
- I drew the queue before I was asked to.
`,
	},
	{
		ID: BadFrontmatter, Title: "a line of the frontmatter that cannot be read",
		About: "YAML, TOML or JSON would refuse the whole block because of this value. Everything else in it was read " +
			"all the same, and the report names the note at the top, because a fact may be missing.",
		Instead: "Most often the value holds a colon or begins with a special character: put it in quotes.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
round: Round 2: the panel
---
`,
	},
}
