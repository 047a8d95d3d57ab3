/// One exchange of WhatsApp Flows.
///
/// Made for these tests after the scheme of Meta's example server (WhatsApp-Flows-Tools,
/// `encryption.js`), and derived again with Python's `cryptography`. The keys protect nothing.
enum FlowVector {
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC9QqGHitt6Nw3S
        1XT5gUuEWabAeLuaIJKOh29AO8UO4hnRNR7LpFDgvXv+n4/A8xWRkipqmv/P05kX
        dYvOz3bw5of0ePaabZ8yrpUfwjxR/6jeDoj0LfbcxJ/H9d0//TcMqOmAHcJAaKyO
        6Axc8DFcThMIAy8ssa3c79gUPatdSUubnUai7m0vc8BvzFWdy4Izd80+Xnlyp3Cx
        KeFDypVRkU8gTuCUA6grLF0z9tjVHPb7Zkxrrj1EtMHftJyXkCij9HGiXEl+/SHH
        O1nz0QdHNn8L8dbT0EWPDtlOgzlKShoGhh3gDpFmAH+/aRMqtr9tFWo20rNGs0p7
        11YBBZJRAgMBAAECggEAAhtq3ZhvBuhpdteDLHLgi1bIGaMFI9iWcyATQzKAfZYo
        jLeKqiB1o/k+FzoRmAJeKGCkMzYaWyGspe9cR63wAcDPoo9XylqQ4T1CpM/FJhyl
        Na2GdTFUuwAKKfLHqbfHrYRCVGz4ZGkkmIMhPfC7ZvRUUknJSZtz5Lvg8qw+Az1J
        0Twh0o26UTsgM2kuwKGJb9qb5cLheltY1gIQGDyKdu8f70hKivwOPKaBX85xCMaY
        B/XgW0KBQuPrDzYGnzqExrM+tnGtQotaFZoUmqSzZ3H3jPmieNHzw7yON80CiPOr
        R1TFeVBTp1+/RS65AXD28QtexR85gat1MSGWAJpoAQKBgQDqG8l97k0LrCPuwf+D
        2UB1OFtoQYyk8RvmR57qwE5f3ZECxim3UAB3ZPyBrPcSiEC0f4lNrTHksRmo2Y/a
        D5Af4/DrHhMJ+bb36gSr+Sk5ZRq+pardmaa6BmwlK+/BNg744lJ2I8PhGOY7EPc7
        kcx8P5oc1UWH9DLOF9jkuKRqUQKBgQDO9T4cCqcVb4mleREGfZr/guPvfyNGsRp/
        Z2SNV5LMMrQVn0AKfbNswa/f3LOfMPz8efsK9iyT2XGGQWLiHwuLgXWIZQ4QlPjf
        K4zJQK7ZOj1+W1IykkLG4uPvT9Y5x3QkmUZbAdpacle2XHqIbeUEzXyJciGYJ1ZZ
        9gFzddyoAQKBgQCzEK399NhZpUGWzixy3SnAf2rrQ7ggMYv1h7K2PIG2MfNI++nM
        nRS+PjAlv/b75dwYM7UCBQe0tQG7dS3izSSgP+l27XoCl06sMgOAxwQRMpRSXsVi
        2rP8dg0iIYkxb/fjxrjsRE7/TdxMMZ3poouWPc/TXg3g/5gcq4Dq8ZBRAQKBgQCZ
        UKiQUXvxr01DHmr0afx3KNn+xCq35d+BXnDpHGUNjMpH8k+Y9gIDoYDO0ErotXvU
        9fB58GCZrs4g7TN53BHLaT5Oqr4+nn23piWHublOB40inDhKanu5pr/Au14yM4Xg
        zwOFy9ucgXRlDiFgDDlK04dcswYcF5gq0MnGZRvwAQKBgEvTvvXYdbzRQ0YXuTDB
        NYe8aQNXmaqttTkuC16l4XTy8YMoIAmVYf4L/cysW5sAVRDscuUtD3xLgOz+vyfv
        JStY80sM2jwDpt3mv8woL2Wxg6qzVHR7M2atPEKF7yXKU71W0Cvn/WDHDtKBujzZ
        7c+grUrMXDzYBV0SdCgZdEm9
        -----END PRIVATE KEY-----
        """

    static let body = """
        {"encrypted_aes_key":"\(encryptedKey)","encrypted_flow_data":"\(encryptedData)",\
        "initial_vector":"EBESExQVFhcYGRobHB0eHw=="}
        """

    static let encryptedKey = """
        MLrO7iNaDuyWlZlvrQ9Cmfai4nKE+M4Jfe9bEiErtZRNzEaYqBe3LA26ZBYgn3dwP4uZoo3JDxHfl5HgmAiopDwp\
        EX/SsU4W/nCtyb8YDAXs15GZRF6zzTOwxSQ8EZlHiyhSQTeesB+3vVcw6TguUIxf4RX9ZP//8xLeDTUSjnk1i3l/\
        wA3IF39vgtmT7VJ2xDEc7WZhABVPjKSn95iANSOaXe665oODHgAoog2t5DLoX5SV3t38bJQ+LkXaBKleKQZFZ1MT\
        WJhKROIaY5v26nteCvIQw7X+decN9JJkE/7gVQ/9kPEuwxeeevR0PxlZCJGB5BAWEjeocKd3eugWpg==
        """

    static let encryptedData = """
        vryB0w/BTee4OvmgkgEf9dnfQfwZb8iWi7yl8iI3Er9GXAhvgHcTK86pzqwYnmyfWkXPXD9ng0fHOQwESC2Kmo9y\
        r+8fHZl5jfZ5b3j37gHD/7FXip1AoLZRE06/zI5a9WxbFqv+xe0o1vigyqM+cQihwE9DlDNXnu5dekbfVSZyJqIC\
        3pv7x+8CKE/vSiZIoR1fse4bWDOj2iFsfwbz2ei0pbQs7SUk
        """

    static let request = """
        {"version":"3.0","action":"data_exchange","screen":"CONSENT","data":{"pu\
        rpose_newsletter":true,"notice_version":"2026-11-01.de"},"flow_token":"ft_0001"}
        """

    static let reply = """
        {"screen":"SUCCESS","data":{"extension_message_response":{"params":{"flo\
        w_token":"ft_0001","consent_id":"c_1"}}}}
        """

    static let answer = """
        IHgc0GOTW8rcFKPg39GEti8ofXLnLzQtykslLByiWuknKVb5UGQTvElhhCRwnjNelT69iK3cXFgD6ZNiOvUhoBiA\
        ljymWwknZRebUb+FmhGv0ZLThvAB9zC4D6IfaxwhHHwdby4RfGukWn5GF1ES6lNDBod9x256JsxGgs9hwsK4
        """

    /// The same AES key with an IV of 12 bytes: a ping, and its answer.
    static let shortVector = "EBESExQVFhcYGRob"
    static let shortPing = "vwx1yn0834B5/2fX9AnbHBaeFeRCnQTRp/ELYQ5rdo+v8s881ZvdEplpH8Bhs1tP1A=="
    static let shortAnswer = "B2zQ9zylJJuVZ7R4QdZus15Uxx9OipWA/hayCF5cTDhWoQNHgW89Qyig4sc="
}
