import EntenteModel

extension TermsExample {
  static let lastSix: [TermsExample] = [
    TermsExample(
      7, "deu", to: ["nld", "rou", "esp", "pol"],
      typed: #"""
        jointfund programme=p02 contributions=deu:50%,rou:20%,nld:15%,esp:15%,pol:0% lots=1000; go
        v decisions=weighted floor=5%; entry of count=4; accession open sec=50% fee=2m
        """#,
      printed: #"""
        jointfund programme=p02 contributions=deu:50%,esp:15%,nld:15%,pol:0%,rou:20% lots=1000; en
        try of count=4; accession open sec=50% fee=2m; gov decisions=weighted floor=5%
        """#,
      json: #"""
        {"accession":{"fee":2000,"rule":"open","sec":5000,"val":0},"clauses":[{"annex":null,"from"
        :["deu","esp","nld","pol","rou"],"id":"c1","params":{"agency":"office","contributions":{"d
        eu":5000,"esp":1500,"nld":1500,"pol":0,"rou":2000},"lines":[],"lots":1000000,"programme":"
        p02","rate":null},"to":["deu","esp","nld","pol","rou"],"type":"jointfund","when":[]}],"ent
        ry":{"count":4,"rule":"of"},"governance":{"decisions":"weighted","disputes":"consult","flo
        or":500,"juste":false,"lead":null,"mode":"auto"},"parties":["deu","esp","nld","pol","rou"]
        ,"purpose":"enhance","term":{"duration":8,"notice":1,"penalty":0,"review":null,"survive":[
        ]},"title":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "e219d853de917f72216812a4cce63b42cd3ba12ea920e084c6db2f803d4208a8"
    ),
    TermsExample(
      8, "nor", to: ["usa"],
      typed: #"""
        nor>usa subsidiary sector=str invest=40m mitigation=proxy; rdp; nor>usa offtake programme=
        p07 lots=2.5 price=21m; nor>usa offset obligation=62.5% within=6
        """#,
      printed: #"""
        nor>usa subsidiary sector=str mitigation=proxy invest=40m; rdp; nor>usa offtake programme=
        p07 lots=2.5 price=21m; nor>usa offset obligation=62.5% within=6
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["nor"],"id":"c1","params":
        {"invest":40000,"mitigation":"proxy","sector":"str"},"to":["usa"],"type":"subsidiary","whe
        n":[]},{"annex":null,"from":["nor","usa"],"id":"c2","params":{},"to":["nor","usa"],"type":
        "rdp","when":[]},{"annex":null,"from":["nor"],"id":"c3","params":{"first":null,"lots":2500
        ,"price":21000,"programme":"p07"},"to":["usa"],"type":"offtake","when":[]},{"annex":null,"
        from":["nor"],"id":"c4","params":{"kind":"direct","obligation":6250,"within":6},"to":["usa
        "],"type":"offset","when":[]}],"entry":{"rule":"all"},"governance":{"decisions":"unanimity
        ","disputes":"consult","floor":0,"juste":false,"lead":null,"mode":"auto"},"parties":["nor"
        ,"usa"],"purpose":"enhance","term":{"duration":8,"notice":1,"penalty":0,"review":null,"sur
        vive":[]},"title":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "2b49066eda1f83505a04dfd4417424d907c2912f3bed78964c79203b1b753fa0"
    ),
    TermsExample(
      9, "pol", to: ["deu", "fra"],
      typed: #"""
        crisis theatre=air trigger=75% posture=20% turns=2; pol>deu,fra sidepay amount=1.5m turns=
        3; entry lead state=pol plus=1
        """#,
      printed: #"""
        crisis theatre=air; pol>deu,fra sidepay amount=1.5m turns=3; entry lead state=pol plus=1
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["deu","fra","pol"],"id":"c
        1","params":{"posture":2000,"theatre":"air","trigger":7500,"turns":2},"to":["deu","fra","p
        ol"],"type":"crisis","when":[]},{"annex":null,"from":["pol"],"id":"c2","params":{"amount":
        1500,"start":null,"turns":3},"to":["deu","fra"],"type":"sidepay","when":[]}],"entry":{"plu
        s":1,"rule":"lead","state":"pol"},"governance":{"decisions":"unanimity","disputes":"consul
        t","floor":0,"juste":false,"lead":null,"mode":"auto"},"parties":["deu","fra","pol"],"purpo
        se":"enhance","term":{"duration":8,"notice":1,"penalty":0,"review":null,"survive":[]},"tit
        le":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "b1268e16b87477c913ecbc75f66c43c0fde74ecfa35681cbd90de4d69cf6996c"
    ),
    TermsExample(
      10, "gbr", to: ["usa", "aus", "jpn"],
      typed: #"""
        codev programme=p11 shares=equal exportable; infoshare topics=cyber,threat deep; gsoia lev
        el=2; pilot wraps=codev,infoshare review=4 sunset=3
        """#,
      printed: #"""
        codev programme=p11 shares=aus:25%,gbr:25%,jpn:25%,usa:25% exportable=yes; infoshare topic
        s=cyber,threat deep=yes; gsoia level=2; pilot wraps=codev,infoshare review=4 sunset=3
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["aus","gbr","jpn","usa"],"
        id":"c1","params":{"exportable":true,"licence":"agreement","programme":"p11","shares":{"au
        s":2500,"gbr":2500,"jpn":2500,"usa":2500},"turns":4},"to":["aus","gbr","jpn","usa"],"type"
        :"codev","when":[]},{"annex":null,"from":["aus","gbr","jpn","usa"],"id":"c2","params":{"de
        ep":true,"topics":["cyber","threat"]},"to":["aus","gbr","jpn","usa"],"type":"infoshare","w
        hen":[]},{"annex":null,"from":["aus","gbr","jpn","usa"],"id":"c3","params":{"level":2},"to
        ":["aus","gbr","jpn","usa"],"type":"gsoia","when":[]},{"annex":null,"from":["aus","gbr","j
        pn","usa"],"id":"c4","params":{"review":4,"sunset":3,"wraps":["c1","c2"]},"to":["aus","gbr
        ","jpn","usa"],"type":"pilot","when":[]}],"entry":{"rule":"all"},"governance":{"decisions"
        :"unanimity","disputes":"consult","floor":0,"juste":false,"lead":null,"mode":"auto"},"part
        ies":["aus","gbr","jpn","usa"],"purpose":"enhance","term":{"duration":8,"notice":1,"penalt
        y":0,"review":null,"survive":[]},"title":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "3ed054177d450ab56981d3ac20c21e6b8a9837439d8e379186fecd4f83a00541"
    ),
    TermsExample(
      11, "dorn", to: ["aster", "cael"],
      typed: #"""
        dorn>aster licprod programme=canopy royalty=4% licence=expedited; dorn>aster reexport prog
        ramme=canopy consent=cael; standard family=c2 te fund=dorn:6m,aster:3m,cael:0; gsoia; go
        v mode=lead lead=dorn; term duration=8 notice=2 penalty=20m survive=reexport
        """#,
      printed: #"""
        dorn>aster licprod programme=canopy licence=expedited; dorn>aster reexport programme=canop
        y consent=cael; standard family=c2 te=yes fund=aster:3m,cael:0,dorn:6m; gsoia; gov mode=le
        ad lead=dorn; term notice=2 penalty=20m survive=reexport
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["dorn"],"id":"c1","params"
        :{"cap":0,"config":"same","licence":"expedited","programme":"canopy","rate":null,"royalty"
        :400,"territory":"own"},"to":["aster"],"type":"licprod","when":[]},{"annex":null,"from":["
        dorn"],"id":"c2","params":{"consent":["cael"],"enduse":true,"programme":"canopy"},"to":["a
        ster"],"type":"reexport","when":[]},{"annex":null,"from":["aster","cael","dorn"],"id":"c3"
        ,"params":{"family":"c2","fund":{"aster":3000,"cael":0,"dorn":6000},"te":true},"to":["aste
        r","cael","dorn"],"type":"standard","when":[]},{"annex":null,"from":["aster","cael","dorn"
        ],"id":"c4","params":{"level":1},"to":["aster","cael","dorn"],"type":"gsoia","when":[]}],"
        entry":{"rule":"all"},"governance":{"decisions":"unanimity","disputes":"consult","floor":0
        ,"juste":false,"lead":"dorn","mode":"lead"},"parties":["aster","cael","dorn"],"purpose":"e
        nhance","term":{"duration":8,"notice":2,"penalty":20000,"review":null,"survive":["c2"]},"t
        itle":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "efcd78894cfeb74b244ee9d926f5abe7594bc19cb3e20c5da84696dddf5f4ef4"
    ),
    TermsExample(
      12, "kor", to: ["pol"],
      typed: #"""
        stockpool programme=p05 lots=kor:80,pol:20 when th:land>=70% activate; excl sector=mun exc
        ept=usa; c09 categories=fuel; visibility secret until=4
        """#,
      printed: #"""
        stockpool programme=p05 lots=kor:80,pol:20 when th:land>=70% activate; excl sector=mun exc
        ept=usa; acsa categories=fuel; visibility secret until=4
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["kor","pol"],"id":"c1","pa
        rams":{"call":"crisis","lots":{"kor":80000,"pol":20000},"programme":"p05"},"to":["kor","po
        l"],"type":"stockpool","when":[{"if":"th:land","op":">=","than":7000,"then":"activate"}]},
        {"annex":null,"from":["kor","pol"],"id":"c2","params":{"except":["usa"],"programme":null,"
        sector":"mun"},"to":["kor","pol"],"type":"excl","when":[]},{"annex":null,"from":["kor","po
        l"],"id":"c3","params":{"categories":["fuel"]},"to":["kor","pol"],"type":"acsa","when":[]}
        ],"entry":{"rule":"all"},"governance":{"decisions":"unanimity","disputes":"consult","floor
        ":0,"juste":false,"lead":null,"mode":"auto"},"parties":["kor","pol"],"purpose":"enhance","
        term":{"duration":8,"notice":1,"penalty":0,"review":null,"survive":[]},"title":"","visibil
        ity":{"rule":"secret","until":4}}
        """#,
      sha256: "f0c62cde37effe46a98c282b358cfd4bcc2933e482ea9c4bd802a58a636990b0"
    ),
  ]
}
