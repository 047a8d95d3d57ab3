/// Keys made for these tests with `openssl genpkey`; they protect nothing.
enum FlowKeys {
    /// Another key of the right kind.
    static let other = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC99UtppzaG+ZxQ
        /siHC945jr2A4zE88urlNJA1d2Ff2qfv2FAmZgXOs01nVVA4fDgrBJLRGDydoXV/
        OkHXysblPyMSmKiXZwoVM5aIj/2seWtvi+gWdhTDN18SfMP2UBAYQBL+TEYBQyEC
        xOqfGY2IuNlvnVfwV5v5aCWgtkasH7NLDun9Use0GyfaZWoKF+S88+wCueYql1IX
        IjcliOqDUVivHxw1zFvY+9BKIOnuKCWQFWyHST2udWx1KEUWjlWyLyi+HthQjfMh
        5FtICC5vWGH6dhh5S1NmpGgVjd2m0Ref/gNMNDNwnXyCRVovzscy8ry4xhVbMRfk
        AZayt7SzAgMBAAECggEAJDfSPp0+pMKP3tONSU5mewPvttTajPvl9HiurDsMSlnm
        3jCYq5GVNuFx9ytJhdONZApVsd9Uo1tnCzCA4FON06TTm5aWwnNHdV5mK7iEje+C
        n/yFbk7qS4RRsLUwKdT/FJiW5nyFdnUlpKEF+PrGxRQ1hPXzj+QsXYPRdNB8LhHz
        JlbxFKayEwd21Qsc++J+u+3KMJmaOznqukcVQSfggy1PgdGiNrzjctxNtC4kTDUS
        WhMWM1baeDQsyBUZ67n0EMEgQ+bkBwQ4e8AXvxNXasvqxZj7NSEHynhJzr6kj5s3
        1hOsK/sLciOjZkp7LtxeGLo2ceWTXAV7urEx9Z0UmQKBgQDdXM2ygSAPb6Sxplnu
        HXyCEB7gg25Mc7skVak+u+ht10UWNPAHu7io4JgXXfIrjpBPHE75T1Hv0sD1m/5E
        gwLL72a+ENh0h5uh8oVfuj+89uWpcD1vmN8vfXgzegG40GgunjJI2EfR5atgRgFx
        Em+tC0X+9C2tt/1x7AAk2LUdCQKBgQDbroRDaCqCjh/SzltdIbst7pNhZJBEcGlE
        F98mhlj2TfP31tCPkVFaHyWAOV83nEzFT8J4Sm8t/8pdlQPlSmr/id1yVAybSYKO
        +b5nFBDQpuq5aQwNaosea5K9N3z03HqFL70TI7iZxt6dopeHxa86qp+tUxhIItyf
        gFxlNF5u2wKBgQConeVt4KAMQg2g6Mc98yYBaMgsWtEs2UcnIT0fNUGSUdUlWkOw
        kFTUBuize/NZLGpOaJDbpYkTdmVXcXDYvTbnI0AO7YQEF7v8O2FPDu84QJWmYIHb
        vQXdBeUGyRwArHd/cy94f48NmrXVSt4URGfe12SFFXiqCCm9mnhtmMk1CQKBgDa0
        frtKdUuNmN8mBBptC++kOY9HO6XPWGdcinVNf1nWj6poFAesaFXI683Ce7OdeICq
        HANYhdcum3YyZYXzwjFgY4TU6U7CP4DbME768DUFW+5P+nBc18f7gc8cwkE3pksE
        WFEr1Ax3OXiHxLRKxhgV5S2EQ8ey5r3ReTC6mcmBAoGAcUDOj+zTef+3nMNNehCi
        kXeWVhWFdMQzhIXy+TZtA4YTiOTSVPjPSIAprftRvVMXrukpDdXzXlsv6B/qfwfv
        HiCOMSJxWIcw8qMm9go7vMBlxfiPakh0KXmzDdslLtnfLxB/XyGyo15ZEZ80AQi+
        RQHDoEwsO31ZdwWveKkyraI=
        -----END PRIVATE KEY-----
        """

    /// RSA with 1024 bits.
    static let small = """
        -----BEGIN PRIVATE KEY-----
        MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBALe6KWgoLGNRHOQ2
        pF3jx32WV9mAXe6GbI0Bk+Ab0CmD6fsGACeO/m66G5VpdXi7bfvZncBPqBBIy3S4
        DkbeEGOZUUMUu26fRJ6d1rh59BgHKgN7pFYcQAkZKIafY4hT57eYr4cXz4LaDp+J
        hNvmvlKnyjXXJcB9s47vZXLGyPWhAgMBAAECgYEAhhNyuDHpAqlk3h4KIQJiyIF4
        pp8I7VJn0Rb/pSJm7IT5sViVsEin4IIsMwL82RhekNYkSv1WdlvJLepLcOgJKIkO
        3X+Amoq46pzd368N3nDv8mz7A0HUgTxV0Su4Guxw/ZU4w4NfQL/8bqoxFPGZ6mNg
        JZkqlSyGUcMZkecsK8kCQQDjQZyY7ONPz7RGEsTHNsfSVe9Sqd9Ldx5GTbod8YCv
        FB3EIIN1MIKNV7xPtAKRWQQAJULSuYd2FG06rkpepguPAkEAzvccQ2YtIJHS4KoY
        ZD/WTzycQ7aD5KUPFtxliDyQMzA8OHMXI8+HR0JNL27QF1IfgwHg19KhJ+71+ied
        DLYTzwJAUYfAfry98Gw76MfjAPWOSs+5xJZdHd3mZqKMGyIBYM5+v1ZK00hMDhlj
        3dRe93ZQER1NE/yrtJkvdtYAqGQ50QJBAKvELIHHcBaCz+hDYwD4di3G2M3d0TLW
        xmIrwlxCH09Mbf5PjlnbJ6O9Y//E0RE5yAtbaLbWCYfx69WUQORGzMMCQQC8AR2E
        N3qY4YHmdQBR3mTyDzQieDK5OFGsnaTLusvh2cEpr3R5rn3lQ7+XlTVTOsaJ+mLl
        631Fsn/CtqUm5PID
        -----END PRIVATE KEY-----
        """

    /// P-256.
    static let curve = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg8s2/JD3f5fXnKTk1
        Pb6aFznfU/BP24G2vdwhTH7CXjahRANCAAQ/1SfNy5yIS6+WbHFpXxzr40VVMI/t
        xeCknbh8Ydhm6HBjCUJL8mbQt2v1f4l2woVQZsk0nPDMdOQWcpyBlHuI
        -----END PRIVATE KEY-----
        """
}
