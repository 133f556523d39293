"""Every finding of the gate.  Messages never contain what was found, only where and what to do."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

SECRECY_MARK = DiagnosticKind(
    code="secrecy-mark",
    severity=Severity.ERROR,
    template="{place}有密级标志，不予发布；请立即按保密规定处置原文件，不要只删去标志后重新提交",
    explanation=(
        "检查首页版头及全文中独立成行的“密级★保密期限”形式的标志，以及文件首部单独标注的密级（GB/T 9704-2012 第7.2.2条）。"
        "国家秘密不得公开（《中华人民共和国保守国家秘密法》，《政府信息公开条例》第十四条）。正文中谈到保密工作的语句不受影响。"
    ),
    remedy="立即从收件处撤出该文件，报本单位保密工作机构处理。确已解密的，以解密后的正式文本重新提交。审查记录不能放行此项。",
)
INTERNAL_MARK = DiagnosticKind(
    code="internal-mark",
    severity=Severity.ERROR,
    template="{place}有“内部”或限制传阅的标注，暂不发布；请核实是否可以公开",
    explanation="独立成行的“内部资料”“内部文件”“注意保存”等标注表明文件限定了知悉范围（《政府信息公开条例》第十六条、第十七条）。",
    remedy="经公开审查可以公开的，在附属说明文件（同名 .yml）的 review 中记录审查人、日期、理由并写入 internal-mark。",
)
DISCLOSURE_ON_REQUEST = DiagnosticKind(
    code="disclosure-on-request",
    severity=Severity.ERROR,
    template="公开属性为“依申请公开”，不主动发布（依据：{place}）",
    explanation=(
        "以独立一行、括注、表格栏目或附属说明文件标明“依申请公开”的文件，不属于主动公开范围"
        "（《政府信息公开条例》第十三条、第二十七条）。正文叙述中的“依申请公开”字样不受影响。"
    ),
    remedy="不应发布的，请移出 reports/；属性已变更为主动公开的，请改正标注，或在审查记录中写入 disclosure-on-request 并说明理由。",
)
DISCLOSURE_WITHHELD = DiagnosticKind(
    code="disclosure-withheld",
    severity=Severity.ERROR,
    template="公开属性为“不予公开”，不发布（依据：{place}）",
    explanation=(
        "以独立一行、括注、表格栏目或附属说明文件标明“不予公开”“不公开”的文件不得发布"
        "（《政府信息公开条例》第十四条至第十六条）。正文叙述中的同样字样不受影响。"
    ),
    remedy="请移出 reports/；属性已变更的，请改正标注，或在审查记录中写入 disclosure-withheld 并说明理由。",
)
MARK_CONFLICT = DiagnosticKind(
    code="mark-conflict",
    severity=Severity.ERROR,
    template="公开属性互相矛盾：文中标注与附属说明文件（或文中另一处标注）不一致，暂不发布",
    explanation="文中标注的公开属性应当与附属说明文件一致；矛盾时无法判断能否公开（《政府信息公开条例》第十七条）。",
    remedy="核实公开属性，改正附属说明文件中的 disclosure，或由审查人在审查记录中写入 mark-conflict。",
)
NO_DISCLOSURE_BASIS = DiagnosticKind(
    code="no-disclosure-basis",
    severity=Severity.ERROR,
    template="没有公开依据：文中没有公开属性标注，附属说明文件没有写明，文种也没有法定公开要求，暂不发布",
    explanation="没有任何依据表明文件应当主动公开时，须先经公开审查（《政府信息公开条例》第十七条、第十九条、第二十条）。",
    remedy="在附属说明文件中写明 disclosure: proactive 和 disclosure_basis，或补正文种（document_type）。",
)
MARK_REQUIRED = DiagnosticKind(
    code="mark-required",
    severity=Severity.ERROR,
    template="文中没有公开属性标注，而本站设置要求必须标注，暂不发布",
    explanation="本站启用了“必须标注公开属性”（require_mark）的要求，只凭附属说明文件或文种的法定依据不足以发布。",
    remedy="请提交带有“（此件主动公开）”等标注的文本，或由审查人在审查记录中写入 mark-required。",
)
IDENTITY_NUMBER = DiagnosticKind(
    code="identity-number",
    severity=Severity.ERROR,
    template="{place}有公民身份号码（校验码正确），不予发布；请删去或按“前两位+星号+末三位”遮盖后重新提交",
    explanation=(
        "十八位公民身份号码按 GB 11643-1999 检验地区码、出生日期和校验码，数字间的空格、连字符、换行和全角写法均可识别。"
        "公民身份号码属于个人信息（《民法典》第一千零三十四条，《政府信息公开条例》第十五条）。"
    ),
    remedy="删去或遮盖该号码后重新提交。审查记录不能放行此项。",
)
IDENTITY_NUMBER_SUSPECT = DiagnosticKind(
    code="identity-number-suspect",
    severity=Severity.ERROR,
    template="{place}有形似公民身份号码的十八位数字（地区码和出生日期合理，校验码不符），暂不发布；请核实",
    explanation="可能是录入有误的公民身份号码（GB 11643-1999）。统一社会信用代码和标明为合同、项目编号的数字不在此列。",
    remedy="是身份号码的，请删去或遮盖；不是的，由审查人在审查记录中写入 identity-number-suspect 并说明理由。",
)
IDENTITY_NUMBER_OLD = DiagnosticKind(
    code="identity-number-old",
    severity=Severity.ERROR,
    template="{place}有形似十五位旧式居民身份证号码的数字，暂不发布；请核实",
    explanation="十五位旧号码没有校验码，按地区码和出生日期判断（GB 11643 的前身）。",
    remedy="是身份证号码的，请删去或遮盖；不是的，由审查人在审查记录中写入 identity-number-old 并说明理由。",
)
BANK_CARD = DiagnosticKind(
    code="bank-card",
    severity=Severity.ERROR,
    template="{place}有银行卡号（通过校验），不予发布；请删去或遮盖后重新提交",
    explanation="十六至十九位、发卡机构前缀合理且通过 Luhn 校验的号码。金融账户属于敏感个人信息（《个人信息保护法》第二十八条）。",
    remedy="删去或遮盖该卡号后重新提交。审查记录不能放行此项。",
)
PRIVATE_MOBILE = DiagnosticKind(
    code="private-mobile",
    severity=Severity.ERROR,
    template="{place}有手机号码，暂不发布；请删去、改为办公电话或写作“138****1234”形式",
    explanation="十一位手机号码属于个人信息（《民法典》第一千零三十四条）。办公固定电话、服务热线不受影响；附注中联系人的电话自动遮盖。",
    remedy="请删去或遮盖；确为对外公布的公务号码的，由审查人在审查记录中写入 private-mobile。",
)
PASSPORT_NUMBER = DiagnosticKind(
    code="passport-number",
    severity=Severity.ERROR,
    template="{place}有护照或出入境通行证件号码，暂不发布；请删去或遮盖",
    explanation="“护照”“通行证”等字样附近的证件号码属于个人信息（《民法典》第一千零三十四条）。",
    remedy="请删去或遮盖；不是证件号码的，由审查人在审查记录中写入 passport-number。",
)
VEHICLE_PLATE = DiagnosticKind(
    code="vehicle-plate",
    severity=Severity.ERROR,
    template="{place}有机动车号牌号码，暂不发布；请删去或遮盖",
    explanation="机动车号牌可以识别特定自然人，属于个人信息（《个人信息保护法》第四条）。",
    remedy="请删去或遮盖；属于应当公开的公务用车的，由审查人在审查记录中写入 vehicle-plate。",
)
PRIVATE_EMAIL = DiagnosticKind(
    code="private-email",
    severity=Severity.ERROR,
    template="{place}有个人邮箱地址（公共邮箱服务），暂不发布；请删去或改用政务邮箱",
    explanation="电子邮箱属于个人信息（《民法典》第一千零三十四条）。gov.cn 政务邮箱不受影响。",
    remedy="请改用政务邮箱；确为单位对外邮箱的，由审查人在审查记录中写入 private-email。",
)
OTHER_EMAIL = DiagnosticKind(
    code="other-email",
    severity=Severity.NOTE,
    template="{place}有非政务邮箱地址，请确认可以公开",
    explanation="既不是 gov.cn 政务邮箱，也不是常见公共邮箱，可能属于企业或个人；只提示，不影响发布。",
    remedy="请确认该邮箱是单位对外联系邮箱。",
)
HOME_ADDRESS = DiagnosticKind(
    code="home-address",
    severity=Severity.ERROR,
    template="{place}有详细到门牌号的个人住址，暂不发布；请只写到乡镇（街道）",
    explanation="“住址”“户籍地址”等之后写到门牌号的地址属于个人信息（《民法典》第一千零三十四条）；公开时一般只写到乡镇（街道）。",
    remedy="请删去村（居）以下的详细地址；不是个人住址的，由审查人在审查记录中写入 home-address。",
)
NAME_LIST = DiagnosticKind(
    code="name-list",
    severity=Severity.ERROR,
    template="{place}有个人名单（姓名连同身份、救助或家庭情况），暂不发布；请核实公开范围并作去标识处理",
    explanation="低保、救助等名单或带有身份证号、住址等栏目的人员名册涉及个人隐私（《政府信息公开条例》第十五条）。领导小组成员等公务名单不受影响。",
    remedy="依法应当公示的，按规定去标识后由审查人在审查记录中写入 name-list，并注意公示期限。",
)
CONTACT_IN_NOTE = DiagnosticKind(
    code="contact-in-note",
    severity=Severity.NOTE,
    template="附注含联系人姓名或电话，页面上已遮盖；为免绕过遮盖，不提供原文件下载",
    explanation="附注中的联系人姓名和电话仅供工作联系使用，公开时默认遮盖（《民法典》第一千零三十四条，GB/T 9704-2012 第7.3.6条）。",
    remedy="不需要处理。希望提供原文件下载的，请提交不含联系人的文本。",
)
REVIEW_UNKNOWN_CODE = DiagnosticKind(
    code="review-unknown-code",
    severity=Severity.WARNING,
    template="审查记录放行的“{code}”不是已知的代码，没有作用",
    explanation="附属说明文件 review.allow 中的代码须与诊断代码完全一致，写错时不起作用。",
    remedy="用 gongkai check 查看被拦截的代码，改正 review.allow。",
)
REVIEW_NOT_ALLOWABLE = DiagnosticKind(
    code="review-not-allowable",
    severity=Severity.WARNING,
    template="审查记录不能放行“{code}”；此项须从文件中消除",
    explanation="密级标志、公民身份号码、银行卡号，以及文件不可读、文字不一致等情形，不得以审查记录放行。",
    remedy="从 review.allow 中删去该代码，并改正原文件。",
)
MORE_FINDINGS = DiagnosticKind(
    code="more-findings",
    severity=Severity.NOTE,
    template="另有 {count} 处同类问题（{code}）未逐一列出",
    explanation="同一代码的发现过多时只列出前面若干处。",
    remedy="改正已列出的问题后重新检查。",
)

GATE_FINDINGS: tuple[DiagnosticKind, ...] = (
    SECRECY_MARK,
    INTERNAL_MARK,
    DISCLOSURE_ON_REQUEST,
    DISCLOSURE_WITHHELD,
    MARK_CONFLICT,
    NO_DISCLOSURE_BASIS,
    MARK_REQUIRED,
    IDENTITY_NUMBER,
    IDENTITY_NUMBER_SUSPECT,
    IDENTITY_NUMBER_OLD,
    BANK_CARD,
    PRIVATE_MOBILE,
    PASSPORT_NUMBER,
    VEHICLE_PLATE,
    PRIVATE_EMAIL,
    OTHER_EMAIL,
    HOME_ADDRESS,
    NAME_LIST,
    CONTACT_IN_NOTE,
    REVIEW_UNKNOWN_CODE,
    REVIEW_NOT_ALLOWABLE,
    MORE_FINDINGS,
)
