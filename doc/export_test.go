package doc

// Choices are the values of the types that name a choice, for tests.
var Choices = choices
