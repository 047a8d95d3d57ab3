import Consent
import FlowProgram

/// Reports texts a flow cannot claim, and texts it need not claim.
///
/// `claimed-command`: the text is a command by itself, which belongs to no flow. `needless-claim`
/// warns of a text in which no command word occurs: it reaches the flow anyway. `invalid-value`
/// and `limit-exceeded`: a claim without words, too long, or one too many.
// LAW: 47 CFR 64.1200(a)(10): no sender may say which words are the only way out.
enum ClaimCheck {
    /// Stands for the one word more of a claim; no list has it.
    private static let anyWord = "12345"

    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        for flow in symbols.soundFlows {
            let claims = flow.syntax.claims
            if claims.count > Limits.claimsPerFlow {
                diagnostics.report(
                    .limitExceeded,
                    at: claims[Limits.claimsPerFlow].span,
                    "the flow claims \(claims.count) texts, more than \(Limits.claimsPerFlow)"
                )
            }
            for claim in claims.prefix(Limits.claimsPerFlow) { check(claim, &diagnostics) }
        }
    }

    private static func check(_ written: Located<String>, _ diagnostics: inout Diagnostics) {
        let more = " *"
        let takesMore = written.value.hasSuffix(more)
        let words = takesMore ? String(written.value.dropLast(more.count)) : written.value
        if written.value.count > Limits.claimCharacters {
            diagnostics.report(
                .limitExceeded,
                at: written.span,
                "a claim is longer than \(Limits.claimCharacters) characters"
            )
        } else if let claim = DeclaredCommand.claim(written.value), !words.contains("*") {
            let text = takesMore ? "\(words) \(anyWord)" : words
            commands(in: text, written, claim, &diagnostics)
        } else {
            diagnostics.report(
                .invalidValue,
                at: written.span,
                "\(written.value.quoted) is not a text to claim",
                help: "write the words; ` *` at the end stands for at least one more"
            )
        }
    }

    /// Reports a text that stays a command when it is claimed, and one that never was.
    private static func commands(
        in text: String,
        _ written: Located<String>,
        _ claim: DeclaredCommand,
        _ diagnostics: inout Diagnostics
    ) {
        let matcher = CommandMatcher.standard
        let claimed = matcher.decide(text, context: CommandContext(declared: [claim]))
        if claimed.certainty != .none, let command = claimed.command {
            diagnostics.report(
                .claimedCommand,
                at: written.span,
                "\(text.quoted) is \(command.rawValue.uppercased()) whatever a flow claims",
                help: command == .stop
                    ? "claim a longer text, such as `stop \(anyWord)`"
                    : "remove the claim; longer texts reach the flow anyway"
            )
        } else if matcher.decide(text).because == [.noListedWord] {
            diagnostics.report(
                .needlessClaim,
                at: written.span,
                "no command word occurs in \(written.value.quoted)",
                help: "remove the claim: such a text reaches the flow anyway"
            )
        }
    }
}
