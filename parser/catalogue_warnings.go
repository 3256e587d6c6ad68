package parser

// warnings are about what was read and looks wrong, or could not be followed;
// the note among them asks for nothing.
var warnings = []ProblemKind{
	{
		ID: MisspeltKey, Severity: Warning, Title: "a key one letter away from a field",
		About: "The note lacks a field that debrief knows and has a key that is almost its name. Your own keys are welcome, " +
			"so this one was left alone.",
		Instead: "Correct the key. If it is your own, any name that differs by more than a letter is never asked about.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
intervewers: [Dana Reyes, Li Wei]
---
`,
	},
	{
		ID: FutureEvent, Severity: Warning, Title: "something done that lies ahead",
		About: "This is written down as done and is dated more than a day after the report. It has not happened yet as far " +
			"as any duty goes. An interview that is still ahead is a plan, and nothing is said about it.",
		Instead: "Correct the date if it is a slip, most often in the month or the year.",
		Sample: `now: 2026-11-20T09:00:00+01:00
-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
applied: 2027-11-18
---
`,
	},
	{
		ID: NoSuchReference, Severity: Warning, Title: "a reference whom no note describes",
		About: "A search or an application expects this person to speak for you, and there is no reference entry of that " +
			"name. They are expected all the same, so that nobody is caught off guard.",
		Instead: "Write a note for them in a folder references, or correct the name.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
references: [Jane Doe]
---
`,
	},
	{
		ID: DidYouMean, Severity: Warning, Title: "a name one slip of the keys from another",
		About: "This company or role is mentioned once, has no application of its own, and is almost one that you know. " +
			"The two are kept apart: joining them would be a guess.",
		Instead: "Correct the name. If both exist, write an application for this one, and the question is settled.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
---
-- interviews/acme.md --
---
company: Acme Robotcs
date: 2026-11-18
---
`,
	},
	{
		ID: ConflictingDates, Severity: Warning, Title: "one event with two dates",
		About: "This happens once, and two places date it differently. The earlier date counts: a duty asked for " +
			"too early is a nuisance, one asked for too late is a miss. Or a thank-you is dated before the round that it is for.",
		Instead: "Correct the date that is wrong.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
applied: 2026-11-02
---
## Log
- 2026-11-04 applied
`,
	},
	{
		ID: ConflictedCopy, Severity: Warning, Title: "a copy that a sync tool made",
		About: "Two devices changed the note at once, and the tool kept both. The copy was not read, or everything in it " +
			"would count twice, and is counted as unreadable.",
		Instead: "Take over what the note itself lacks, then delete the copy.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
---
-- interviews/acme (Dana's conflicted copy 2026-11-18).md --
---
company: Acme Robotics
date: 2026-11-18
---
`,
	},
	{
		ID: LinkOutside, Severity: Warning, Title: "a link that leaves the journal",
		About:   "This symbolic link points out of the journal's folder. It was not followed: what lies there is not yours to report on.",
		Instead: "Put the notes themselves into the journal, or delete the link.",
		Sample:  "link: interviews/acme.md -> ../../elsewhere/acme.md\n",
	},
	{
		ID: LinkLoop, Severity: Warning, Title: "a link that leads back to itself",
		About:   "Following this symbolic link would lead around in a circle, so it was not followed. Every note in the folder was read once.",
		Instead: "Delete the link.",
		Sample:  "link: interviews/all -> ..\n",
	},
	{
		ID: RepeatedTime, Severity: Note, Title: "a time that comes twice",
		About:   "On this day the clocks were put back over this time, so it was shown twice. The first of the two was taken.",
		Instead: "If it was the second, write the offset too; the hint shows both. Otherwise leave it.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-10-25 02:30
timezone: Europe/Berlin
---
`,
	},
}
