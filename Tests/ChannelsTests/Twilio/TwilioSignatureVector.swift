/// The known answers of Twilio's own validators.
///
/// Source: the test suites of twilio-python (`tests/unit/test_request_validator.py`), twilio-go
/// (`client/request_validator_test.go`) and twilio-node, all MIT. The token is `12345` in each.
struct TwilioSignatureVector: Sendable, CustomStringConvertible {
    let description: String
    let signature: String
    let site: String
    let query: String
    let body: String

    private init(
        _ description: String,
        _ signature: String,
        site: String = secure,
        query: String = usual,
        body: String = call
    ) {
        self.description = description
        self.signature = signature
        self.site = site
        self.query = query
        self.body = body
    }

    /// The first vector with another number, from twilio-python's older documentation.
    static let older = Self(
        "older",
        "0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
        body: call.replacing("14158675309", with: "12349013030")
    )

    static let believed = [
        Self("a call", "RSOYDt4T1cUTdK1PDd93/VVr8B8="), older,
        Self(
            "signed without the port that the address has",
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            site: "https://mycompany.com:1234/myapp.php"
        ),
        Self(
            "signed with its port, over HTTP",
            "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
            site: "http://mycompany.com:1234/myapp.php"
        ),
        Self("signed with :443", "kvajT1Ptam85bY51eRf/AJRuM3w="),
        Self("signed with :80", "0ZXoZLH/DfblKGATFgpif+LLRf4=", site: open),
        Self(
            "a field three times, with two values",
            "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
            body: "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234"
        ),
        Self("JSON", "a9nBmqA0ju/hNViExpshrM61xv4=", query: "\(usual)&\(hash)", body: json),
        Self(
            "JSON, the hash alone in the query",
            "y77kIzt2vzLz71DgmJGsen2scGs=",
            query: "?\(hash)",
            body: json
        ),
        Self(
            "a name and a password in the address",
            "CukzLTc1tT5dXEDIHm/tKBanW10=",
            site: "https://user:pass@mycompany.com/myapp.php"
        ),
        Self(
            "a name in the address",
            "2YRLlVAflCqxaNicjMpJcSTgzSs=",
            site: "https://user@mycompany.com/myapp.php"
        ),
        Self(
            "a name and a password, signed with :443",
            "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=",
            site: "https://user:pass@mycompany.com/myapp.php"
        ),
        Self(
            "an apostrophe in the query stays one",
            "dsq4Ehbj6cs+KdTkpF5sSSplOWw=",
            query: "\(usual)&Body=It's+amazing"
        ),
        Self("a name that begins another", "vOEb5UThFn24KEfnOFLQY2AE5FY=", body: conference),
        Self(
            "the same over HTTP",
            "n2xBNyzSW7rfYStDtOFiFMv7qNo=",
            site: open,
            body: conference
        ),
        Self(
            "a short form",
            "NBdBDr/T/lgjI+tlgpXjKZQZs/k=",
            body: "property=value&boolean=true"
        ),
    ]

    static let refused = [
        Self("no base64", "WRONG SIGNATURE"),
        Self("JSON without a hash", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", body: json),
        Self(
            "JSON with a space more",
            "a9nBmqA0ju/hNViExpshrM61xv4=",
            query: "\(usual)&\(hash)",
            body: json + " "
        ),
        Self(
            "a query with more in it",
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            query: "\(usual)&somethingUnexpected=true"
        ),
        Self(
            "a hash without its last digit",
            "a9nBmqA0ju/hNViExpshrM61xv4=",
            query: "\(usual)&\(hash.dropLast())",
            body: json
        ),
        Self(
            "the hash twice",
            "a9nBmqA0ju/hNViExpshrM61xv4=",
            query: "\(usual)&\(hash)&\(hash)",
            body: json
        ),
        Self(
            "sorted by name and value in one",
            "95+Bu0JVPi0r/SsESZCVf0dWAjw=",
            body: conference
        ),
    ]

    private static let secure = "https://mycompany.com/myapp.php"
    private static let open = "http://mycompany.com/myapp.php"
    private static let usual = "?foo=1&bar=2"
    private static let call =
        "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212"
        + "&Caller=%2B14158675309"
    private static let conference = call + "&ReasonConferenceEnded=test&Reason=Participant"
    private static let json = "{\"property\": \"value\", \"boolean\": true}"
    private static let hash =
        "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
}
