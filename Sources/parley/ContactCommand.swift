import ArgumentParser

struct ContactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: "What is kept about a person, and their rights over it.",
        discussion: """
            Works on a store that no other process holds. Everything done here is a leaf of the \
            audit log, with the operator as its actor; a request has one month, counted from the \
            day it was made.

              parley contact export +491700000001 --output data.json --json
              parley contact erase +491700000001 --output receipt.json
              parley contact requests        what is still to be answered, and by when

            Exit status: 0 done, 1 a request is overdue, 2 could not run or no such contact.
            """,
        subcommands: [
            ContactShowCommand.self, ContactExportCommand.self, ContactRectifyCommand.self,
            ContactRestrictCommand.self, ContactReleaseCommand.self, ContactEraseCommand.self,
            ContactObjectCommand.self, ContactSuppressCommand.self, ContactMergeCommand.self,
            ContactLinkCommand.self, ContactRecordCommand.self, ContactRequestsCommand.self,
        ]
    )
}
