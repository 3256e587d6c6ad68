package parser

// journalProblems show when the notes are put together.
var journalProblems = []ProblemKind{
	{
		ID: AmbiguousName, Title: "a name that several people have",
		About: "A first or last name stands alone here, and more than one person has it. Nobody was credited, because " +
			"the wrong one would then be owed nothing.",
		Instead: "Write the whole name.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
interviewers: [Dana Reyes, Dana Osei]
---
## Log
- 2026-11-18 thanked Dana
`,
	},
	{
		ID: WhichPosition, Title: "a company with several positions",
		About: "You are a candidate for more than one position there, and nothing says which this is about, or the role " +
			"is none of theirs. An interview still owes its thank-you and its evaluation, and nothing else; a log line does " +
			"not count.",
		Instead: "Name the role, or link the application's note: application: applications/acme-data.md.",
		Sample: `-- applications/acme-data.md --
---
company: Acme Robotics
role: Data Engineer
---
-- applications/acme-platform.md --
---
company: Acme Robotics
role: Platform Engineer
---
-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
---
`,
	},
	{
		ID: ConflictMarkers, Title: "an unresolved merge conflict",
		About: "Git left its markers here, so there are two versions of these lines and nobody has decided yet. " +
			"Neither was read.",
		Instead: "Keep the lines that are right, and delete the others together with the three lines of markers.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
---
<<<<<<< HEAD
## What worked
- I drew the queue before I was asked to.
=======
## What worked
- I asked what happens when it is full.
>>>>>>> laptop
`,
	},
	{
		ID: WaiverWithoutReason, Title: "a waiver that gives no reason",
		About: "This duty was to be silenced, but nothing says why. A month later nobody would know whether that was " +
			"meant, so the duty stands.",
		Instead: "Write the reason behind the rule's name.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
waive:
  thank-you:
---
`,
	},
	{
		ID: UnknownRule, Title: "the name of no rule",
		About:   "A setting in search.md or a waiver names a rule that does not exist, so it changes nothing.",
		Instead: "Write one of the names that debrief rules lists.",
		Sample: `-- search.md --
---
started: 2026-10-01
rules:
  thankyou-note: off
---
`,
	},
	{
		ID: UnknownSetting, Title: "a setting that the rule does not have",
		About: "The rule exists, but it has no setting of this name, or not with such a value. The setting keeps " +
			"its default.",
		Instead: "Write one of the settings that debrief explain shows for the rule.",
		Sample: `-- search.md --
---
started: 2026-10-01
rules:
  thank-you: {after: 24h}
---
`,
	},
	{
		ID: TwoSearches, Title: "a second search.md",
		About: "A journal is one search, and its settings stand in one note. The note nearest to the top of the folder " +
			"counts; this one was not used.",
		Instead: "Keep one of them. A search of its own belongs in a folder of its own, outside this one.",
		Sample: `-- search.md --
---
started: 2026-10-01
---
-- spring/search.md --
---
started: 2026-03-01
---
`,
	},
	{
		ID: UnknownStatus, Title: "a status that debrief does not know",
		About: "The word is none of the stages of an application, or of the states of an interview. It was not read; " +
			"dates and log lines still say how things stand. A round with such a word is asked about before anything is owed for it.",
		Instead: "Write one of the words that the hint names.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
status: pondering
---
`,
	},
}
