package parser

// dateProblems are about dates, times and zones. None is ever turned into
// another date that it might have meant.
var dateProblems = []ProblemKind{
	{
		ID: BadDate, Title: "a date that is none",
		About: "The calendar has no such day, the clock no such time, or the text is no date at all. It was not read: " +
			"a date that is moved to a neighbouring day is worse than none.",
		Instead: "Write YYYY-MM-DD, and the time behind it as HH:MM if there is one.",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
applied: 2026-11-31
---
`,
	},
	{
		ID: AmbiguousDate, Title: "a date that reads two ways",
		About: "Day and month can be swapped here, and both readings are real dates. Neither was taken, because a " +
			"deadline that is months off is never noticed.",
		Instead: "Write YYYY-MM-DD. Or say once, in search.md, how you write dates: date_order: dmy (or mdy).",
		Sample: `-- applications/acme.md --
---
company: Acme Robotics
role: Data Engineer
applied: 3/4/26
---
`,
	},
	{
		ID: WeekdayMismatch, Title: "a weekday that is not the date's",
		About: "The weekday and the date contradict each other, so one of the two is a slip, and only you know which. " +
			"The date was not read.",
		Instead: "Correct the one that is wrong, or leave the weekday out.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: Monday 18 November 2026
---
`,
	},
	{
		ID: MissingYear, Title: "a date without its year",
		About: "A journal is read again in January, when the day alone would mean another year. So no year was " +
			"assumed, and the date was not read.",
		Instead: "Write the year too.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 18 Nov
---
`,
	},
	{
		ID: RelativeDate, Title: "a date that moves",
		About: "Words such as yesterday or last Friday mean another day each time the note is read, and the day on which " +
			"they were written is not in it. They were not read as a date.",
		Instead: "Write the day itself as YYYY-MM-DD.",
		Sample: `-- log.md --
- yesterday applied to Acme Robotics as Data Engineer
`,
	},
	{
		ID: AmbiguousZone, Title: "the name of several zones",
		About: "This abbreviation belongs to zones that are hours apart, or names the half of the year in which the " +
			"clocks there stand differently. A date with it was not read; where it is a field of its own, the search's zone " +
			"was taken instead.",
		Instead: "Write the place, such as Asia/Kolkata, or the offset, such as +05:30.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18 14:00 IST
---
`,
	},
	{
		ID: UnknownZone, Title: "a zone that does not exist",
		About: "Neither a place in the time-zone database, nor an offset, nor an abbreviation has this name. Times that " +
			"depend on it were read in the search's zone, and those of a search in this machine's; a date with the zone " +
			"behind it was not read.",
		Instead: "Write a name such as Europe/Berlin, or an offset such as +01:00.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18 14:00
timezone: Europe/Atlantis
---
`,
	},
	{
		ID: SkippedTime, Title: "a time that the clocks skipped",
		About: "On this day the clocks were put forward over this very time, so it never was. The day was still " +
			"read; the time was not.",
		Instead: "Write the time on either side of the change; the hint names both.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-03-29 02:30
timezone: Europe/Berlin
---
`,
	},
	{
		ID: EndsBeforeStart, Title: "an interview that ends before it starts",
		About: "The end is no later than the start, so one of the two is a slip. The end was not read, and the " +
			"interview is taken to have lasted its duration, an hour where none is given.",
		Instead: "Correct the time. After midnight, write the end with its date: ends: 2026-11-19 00:30.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18 14:00
ends: 13:30
---
`,
	},
}
