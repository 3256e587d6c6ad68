package parser

// fieldProblems are about the fields of an entry.
var fieldProblems = []ProblemKind{
	{
		ID: DuplicateKey, Title: "a key written twice",
		About: "The same field stands here a second time; capitals, spaces, hyphens and underscores make no difference. " +
			"The first one counts, and this one was not read.",
		Instead: "Keep the line that is right. For two values of one field, write a list.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
Date: 2026-11-19
---
`,
	},
	{
		ID: WrongType, Title: "a list or mapping where a single value belongs",
		About: "The field is there, but its value has another shape than debrief can use, such as two dates where " +
			"one is expected. It was not read; the other fields were.",
		Instead: "Write the shape that the message names.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
round: {number: 2}
---
`,
	},
	{
		ID: BadValue, Title: "a value that the field cannot have",
		About: "The field takes a number in a range, one of a few words, a time or a duration, and this is none of them. " +
			"The value was not read, as if the line were not there.",
		Instead: "Write one of the values that the hint names.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
date: 2026-11-18
confidence: 7
---
`,
	},
	{
		ID: MissingField, Title: "an entry without a field it needs",
		About: "Without this field debrief cannot tell what the entry is about or when it was. What can be used without " +
			"it was read; an interview without a date is owed nothing.",
		Instead: "Add the field. An entry in which every such field is blank is a template, and nothing is said about it.",
		Sample: `-- interviews/acme.md --
---
company: Acme Robotics
interviewers: [Dana Reyes, Li Wei]
---
`,
	},
}
