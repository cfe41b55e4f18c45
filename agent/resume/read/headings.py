"""The words that head the sections of a resume, in many languages, and what each section is."""

from __future__ import annotations

import functools
import re
import unicodedata

LEXICON: dict[str, str] = {
    "summary": """summary|about|about me|profile|personal profile|professional profile|professional summary|career summary|executive summary|
        personal statement|personal summary|career profile|overview|professional overview|objective|career objective|introduction|bio|biography|who i am|
        summary of qualifications|qualifications summary|mission|short bio|headline|career highlights|short profile|profile summary|
        profil|kurzprofil|über mich|zusammenfassung|persönliches profil|berufsprofil|kurzvorstellung|profilübersicht|ziel|berufsziel|karriereziel|
        perfil|perfil profesional|resumen|resumen profesional|sobre mí|acerca de mí|objetivo|objetivo profesional|extracto|presentación|quién soy|
        à propos|à propos de moi|profil professionnel|résumé|résumé professionnel|présentation|accroche|objectif|objectif professionnel|qui suis-je|
        resumo|resumo profissional|perfil profissional|sobre mim|objetivo profissional|apresentação|profilo|profilo professionale|chi sono|su di me|
        riepilogo|sommario|obiettivo|presentazione|profiel|persoonlijk profiel|over mij|samenvatting|om mig|om mej|profiili|o mnie|podsumowanie|
        个人简介|个人总结|自我评价|关于我|简介|个人概述|概述|自我介绍|个人优势|自己紹介|職務要約|자기소개|о себе|краткая информация""",
    "work": """work placements|placements|career to date|career summary|industrial experience|field experience|berufliche praxis|berufliche erfahrungen|praktische tätigkeiten|berufliche entwicklung|berufliche tätigkeit und praktika|berufspraktische erfahrung|beruflicher lebenslauf|
        antecedentes laborales|antecedentes profesionales|vida laboral|historia laboral|experiencias laborales|experiencias profesionales|carrera profesional|experiencia docente|experiencia y logros|prácticas profesionales|trabajos realizados|puesto actual|parcours pro|expériences pro|vie professionnelle|expériences de travail|expériences de stage|situation actuelle|
        experience|work experience|professional experience|employment|employment history|work history|career|career history|professional background|
        relevant experience|work|job experience|industry experience|experiences|working experience|professional history|career experience|positions|positions held|
        professional appointments|appointments|academic appointments|employment experience|internships|internship experience|research experience|teaching experience|
        related experience|clinical experience|professional career|additional experience|other experience|selected experience|recent experience|
        leadership experience|military service|military experience|work experiences|internship|professional experiences|key experience|previous experience|
        practical experience|experience summary|career summary and experience|engineering experience|technical experience|nursing experience|consulting experience|
        management experience|current position|earlier career|previous positions|early career|jobs|
        berufserfahrung|berufliche erfahrung|berufserfahrungen|beruflicher werdegang|werdegang|praxiserfahrung|praktische erfahrung|praktische erfahrungen|
        berufspraxis|berufliche tätigkeit|berufliche tätigkeiten|berufliche stationen|arbeitserfahrung|erfahrung|erfahrungen|beruf|praktika|praktikum|
        beruflicher hintergrund|beschäftigung|berufsweg|berufliche laufbahn|tätigkeiten|arbeitserfahrungen|praxis|nebentätigkeiten|anstellungen|
        experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|trayectoria|historial laboral|trayectoria laboral|prácticas|
        experiencia de trabajo|empleo|empleos|experiencia relevante|
        expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours|emplois|stages|carrière|
        expérience de travail|emploi|experiência|experiência profissional|experiências profissionais|histórico profissional|percurso profissional|
        experiências|estágios|esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|carriera|
        werkervaring|ervaring|loopbaan|professionele ervaring|beroepservaring|stages en werkervaring|arbetslivserfarenhet|erhvervserfaring|arbeidserfaring|
        työkokemus|doświadczenie|doświadczenie zawodowe|praxe|pracovní zkušenosti|deneyim|iş deneyimi|工作经历|工作经验|职业经历|工作履历|实习经历|
        职业经验|工作|経歴|職務経歴|職歴|경력|опыт работы|опыт|досвід роботи""",
    "volunteer": """volunteer|volunteering|volunteer experience|volunteer work|volunteer positions|community service|community involvement|community|
        voluntary work|volunteering experience|extracurricular|extracurricular activities|extracurriculars|activities|leadership|leadership and activities|
        leadership activities|activities and leadership|social engagement|civic engagement|volunteerism|voluntary experience|volunteer activities|
        social commitment|ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|engagement|soziales engagement|
        freiwilligenarbeit|außeruniversitäres engagement|gesellschaftliches engagement|voluntariado|experiencia de voluntariado|trabajo voluntario|
        bénévolat|expérience bénévole|engagement associatif|vie associative|engagements|engagements associatifs|volontariat|voluntariado e atividades|trabalho voluntário|
        volontariato|vrijwilligerswerk|wolontariat|志愿者经历|志愿服务|志愿经历|社团经历|校园经历|ボランティア""",
    "education": """schulische bildung|schul- und berufsausbildung|schul- und hochschulausbildung|schullaufbahn|akademische laufbahn|bildungsabschlüsse|abschlüsse|aus- und weiterbildung|schulischer werdegang|hochschulstudium|universitätsstudium|lehre|berufliche ausbildung|schulbesuch|
        antecedentes académicos|antecedentes educacionales|antecedentes de formación|formación reglada|formación universitaria|datos académicos|estudios académicos|estudios universitarios|educación formal|títulos académicos|títulos|trayectoria académica|formación y estudios|preparación académica|formation initiale|formation scolaire|études et formations|études et diplômes|training and qualifications|
        education|school|schools|school education|degrees|courses of study|academic background|academic history|educational background|education and training|studies|academic qualifications|academics|
        academic education|university|education history|academic|educational qualifications|academic profile|schooling|formal education|training and education|
        ausbildung|bildung|bildungsweg|studium|schulbildung|akademische ausbildung|hochschulausbildung|schulische ausbildung|bildungsgang|
        akademischer werdegang|ausbildung und studium|studium und ausbildung|schule|hochschulbildung|universitäre ausbildung|berufsausbildung|schule und studium|
        educación|formación|formación académica|estudios|formación educativa|educación y formación|estudios realizados|titulación|historial académico|
        formation|formations|études|éducation|parcours académique|formation académique|cursus|diplômes|diplômes et formations|scolarité|parcours scolaire|
        educação|formação|formação académica|formação acadêmica|escolaridade|habilitações|habilitações académicas|percurso académico|
        istruzione|formazione|istruzione e formazione|studi|titoli di studio|opleiding|opleidingen|onderwijs|studie|utbildning|uddannelse|utdanning|
        koulutus|wykształcenie|edukacja|vzdělání|eğitim|教育背景|教育经历|学历|教育|教育情况|学歴|학력|образование|освіта""",
    "skills": """edv kenntnisse|it kenntnisse|edv- und it-kenntnisse|pc-kenntnisse|sonstige kenntnisse|fertigkeiten|weitere qualifikationen|fachwissen|fachliche kenntnisse|besondere fähigkeiten|persönliche kompetenzen|
        ofimática|informática y software|programas|programas informáticos|aptitudes profesionales|capacidades y competencias|otras competencias|competencia digital|manejo de programas|conocimientos y habilidades|habilidades y conocimientos|aptitudes y competencias|bureautique|compétences bureautiques|connaissances informatiques|connaissances|maîtrise informatique|compétences numériques|proficiencies|
        skills|technical skills|key skills|core skills|professional skills|skills summary|core competencies|competencies|competences|expertise|
        areas of expertise|technologies|technical expertise|tools|tech stack|technology|skill set|skillset|hard skills|soft skills|abilities|key competencies|
        technical proficiencies|proficiencies|technical competencies|computer skills|it skills|digital skills|specialties|strengths|
        capabilities|core strengths|technical knowledge|software|software skills|programming skills|programming|programming languages|
        additional skills|relevant skills|other skills|key strengths|core expertise|technical profile|stack|technical summary|personal skills|skills overview|
        clinical skills|tools and technologies|skills and tools|know-how|technical toolkit|toolbox|methods|equipment|techniques|laboratory skills|lab skills|
        kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|it-kenntnisse|edv-kenntnisse|technische kenntnisse|fachliche kompetenzen|qualifikationen|
        besondere kenntnisse|fähigkeiten und kenntnisse|kernkompetenzen|schlüsselkompetenzen|persönliche fähigkeiten|stärken|technologien|it-kompetenzen|edv|
        kenntnisse und fähigkeiten|weitere kenntnisse|soziale kompetenzen|werkzeuge|technische fähigkeiten|software-kenntnisse|softwarekenntnisse|computerkenntnisse|
        programmierkenntnisse|methodenkompetenz|fachkompetenzen|
        habilidades|competencias|aptitudes|habilidades técnicas|competencias clave|conocimientos|conocimientos técnicos|conocimientos informáticos|
        destrezas|informática|competencias técnicas|competencias digitales|herramientas|tecnologías|capacidades|fortalezas|habilidades profesionales|
        compétences|compétences techniques|compétences clés|compétences informatiques|savoir-faire|informatique|aptitudes et compétences|atouts|savoir-être|
        domaines de compétences|compétences professionnelles|outils|logiciels|technologies et outils|qualités|
        habilidades e competências|competências|competências técnicas|conhecimentos|conhecimentos técnicos|competenze|competenze tecniche|capacità|abilità|
        conoscenze informatiche|competenze informatiche|capacità e competenze|competenze digitali|vaardigheden|competenties|kennis|kompetenser|færdigheder|ferdigheter|
        taidot|umiejętności|dovednosti|yetenekler|beceriler|专业技能|技能|技术栈|个人技能|技能特长|技术能力|技能清单|スキル|기술|навыки|ключевые навыки|навички""",
    "projects": """projects|personal projects|selected projects|side projects|key projects|project experience|open source|open source projects|
        academic projects|portfolio|project|notable projects|open source contributions|research projects|relevant projects|featured projects|project work|
        university projects|professional projects|class projects|independent projects|
        projekte|ausgewählte projekte|projekterfahrung|eigene projekte|projekt|projektübersicht|projektarbeit|persönliche projekte|
        proyectos|proyectos personales|proyectos destacados|projets|projets personnels|réalisations|projetos|projetos pessoais|progetti|progetti personali|
        projecten|projekter|projektit|projekty|projeler|项目经历|项目经验|项目|个人项目|開源项目|开源项目|プロジェクト|프로젝트|проекты|проєкти""",
    "certificates": """formación continua|formación no reglada|formación adicional|cursos y seminarios|cursos realizados|seminarios|formación y cursos|permisos y licencias|berufliche weiterbildung|seminare|seminare und weiterbildungen|scheine und zertifikate|formations et certifications|habilitations|stages et formations|
        certificates|certifications|certification|licenses|licences|licenses and certifications|certifications and licenses|licensure|
        professional certifications|training|trainings|courses|professional development|continuing education|courses and certifications|accreditations|
        certificates and training|training and certifications|credentials|professional training|certifications and training|licensure and certifications|
        coursework|professional qualifications|further training|qualifications|additional training|certificate|further education|
        zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|fortbildung|lizenzen|kurse|schulungen|zertifikate und weiterbildungen|
        weiterbildung und zertifikate|fort- und weiterbildungen|zusatzqualifikationen|lehrgänge|
        certificaciones|certificados|cursos|formación complementaria|cursos y certificaciones|licencias|acreditaciones|diplomas|otros cursos|
        certificats|formations complémentaires|formation continue|certificações|certificados e cursos|formação complementar|cursos complementares|
        certificazioni|certificati|corsi|corsi di formazione|attestati|certificaten|cursussen|trainingen|certifieringar|certifikater|sertifikaatit|certyfikaty|
        kursy|szkolenia|sertifikalar|证书|资格证书|技能证书|专业证书|培训经历|資格|자격증|сертификаты|курсы|сертифікати""",
    "languages": """mother tongue|mother tongues|mother tongue(s|native language|lengua materna|lenguas maternas|langue maternelle|langues maternelles|muttersprachen|lingua madre|conocimiento de idiomas|competencias lingüísticas|nivel de idiomas|otros idiomas|fremdsprachenkenntnisse|weitere sprachen|compétences linguistiques|autres langues|other languages|other language|
        languages|language skills|language|foreign languages|language proficiency|spoken languages|languages spoken|
        sprachen|sprachkenntnisse|fremdsprachen|sprache|idiomas|lenguas|idioma|langues|langues étrangères|langue|línguas|competências linguísticas|
        lingue|lingue straniere|conoscenze linguistiche|competenze linguistiche|talen|talenkennis|språk|sprog|språkkunskaper|kielitaito|kielet|języki|języki obce|jazyky|
        diller|yabancı diller|语言能力|语言|外语|語学|语言水平|언어|языки|мови|знание языков""",
    "awards": """awards|honors|honours|awards and honors|honors and awards|awards and honours|achievements|accomplishments|awards and recognitions|recognition|
        scholarships|prizes|honors awards|grants|fellowships|scholarships and awards|awards and achievements|key achievements|awards and recognition|grants and awards|
        distinctions|selected achievements|honours and awards|awards and scholarships|honors and scholarships|grants and fellowships|recognitions|
        auszeichnungen|preise|stipendien|auszeichnungen und preise|erfolge|ehrungen|preise und auszeichnungen|stipendien und auszeichnungen|
        premios|reconocimientos|premios y reconocimientos|logros|becas|distinciones|prix|récompenses|distinctions et prix|prix et distinctions|bourses|
        prémios|prêmios|premi|riconoscimenti|premi e riconoscimenti|borse di studio|prijzen|onderscheidingen|priser|nagrody|ödüller|获奖情况|获奖经历|荣誉奖项|奖项|荣誉|获奖|
        所获荣誉|受賞歴|수상|награды|достижения""",
    "publications": """publications|selected publications|papers|articles|research papers|patents|publications and patents|patents and publications|talks|
        presentations|conference presentations|publications and presentations|speaking|books|journal articles|peer-reviewed publications|conference papers|
        invited talks|talks and publications|writing|recent publications|
        veröffentlichungen|publikationen|vorträge|patente|publikationen und vorträge|publicaciones|patentes|ponencias|conferencias|artículos|brevets|conférences|
        publicações|pubblicazioni|brevetti|publicaties|publikationer|publikacje|yayınlar|论文发表|发表论文|论文|出版物|专利|論文|논문|публикации|публікації""",
    "interests": """freizeit und interessen|freizeitinteressen|private interessen|hobbies|hobby|intereses y aficiones|gustos e intereses|tiempo libre|loisirs et intérêts|activités et loisirs|activités extra-professionnelles|
        interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities and interests|interests and activities|
        interessen|hobbys|freizeit|interessen und hobbys|hobbys und interessen|hobbies und interessen|persönliche interessen|freizeitaktivitäten|
        intereses|aficiones|pasatiempos|intereses personales|hobbies e intereses|
        centres d'intérêt|centres d’intérêt|centre d'intérêt|loisirs|intérêts|passions|loisirs et centres d'intérêt|interesses|passatempos|interessi|interessi personali|hobby|tempo libero|
        interesses en hobby's|hobby's|hobby's en interesses|intressen|interesser|harrastukset|zainteresowania|hobi|ilgi alanları|兴趣爱好|爱好|个人爱好|趣味|취미|интересы|хобби|увлечения""",
    "references": """references|referees|recommendations|testimonials|reference|referenzen|empfehlungen|referencias|recomendaciones|références|recommandations|
        referências|referenze|referenties|referenser|referencer|suositukset|referencje|referanslar|推荐人|推薦人|рекомендации""",
    "contact": """zur person|datos de carácter personal|datos|información de contacto y personal|renseignements personnels|données personnelles|contacto personal|kontaktinformationen|kontakt und persönliches|
        contact|contacts|contact information|contact details|contact info|personal information|personal details|personal data|personal info|details|
        info|get in touch|address|location|contact me|personalia|data|personal|
        kontakt|kontaktdaten|persönliche daten|persönliche angaben|angaben zur person|persönliches|anschrift|
        contacto|antecedentes personales|datos personales|información personal|información de contacto|datos de contacto|coordonnées|informations personnelles|état civil|
        contato|dados pessoais|informações pessoais|informação pessoal|contatti|dati personali|informazioni personali|contatto|contactgegevens|persoonlijke gegevens|persoonsgegevens|
        personuppgifter|personlige oplysninger|yhteystiedot|dane osobowe|dane kontaktowe|kişisel bilgiler|iletişim|联系方式|个人信息|基本信息|联系信息|
        個人情報|連絡先|연락처|контакты|личные данные|контакти""",
    "profiles": """profiles|links|social|social media|online|social profiles|online profiles|web|websites|social networks|network|find me online|on the web|
        social links|online presence|soziale netzwerke|online-profile|netzwerke|redes sociales|enlaces|perfiles|réseaux sociaux|liens|réseaux|redes|ligações|
        social network|collegamenti|sociale media|社交|链接|ссылки|соцсети""",
}  # fmt: skip
JOINERS = re.compile(
    r"\s*(?:&|\+|/|,|\band\b|\bund\b|\by\b|\be\b|\bet\b|\ben\b|\boch\b|\bog\b|\bi\b|和|与|及|和|、)\s*"
)
FILLERS = re.compile(
    r"^(?:my|meine|mis|mes|mon|ma|mein|mi)\s+|\s*\((?:cont(?:inued|'d|\.)?|fortsetzung|continuación|suite)\)$|\s+(?:cont(?:inued|'d|\.)|fortsetzung)$"
)
ADJECTIVES = re.compile(
    r"^(?:(?:selected|job[- ]related|relevant|key|additional|other|recent|notable|further|major|core|main|personal|professional|current|previous|past|special|specific|weitere|sonstige|ausgewahlte|besondere|wichtige|relevante|aktuelle|"
    r"otros|otras|principales|autres|principales|principaux|outras|altre|overige)\s+)+",
)
TRAILING = re.compile(
    r"\s+(?:personales|profesionales|laborales|personnelles|professionnelles|professionnelle|relevantes|complementari[ao]s?|adicional(?:es)?|generales|destacad[ao]s|complementaires|annexes|supplementaires|personali|professionali|previ[ao]s?|actual)$"
)
NUMBERED = re.compile(r"^(?:[ivx]{1,5}|\d{1,2}|[a-z])\s?[.)]\s+(?=\w)")
EDGES = re.compile(r"^[^\w(]+|[^\w)]+$")
CURRICULUM = re.compile(
    r"(?:mein |my |mi |mon |europass[ -]?)?(?:r[ée]sum[ée]|(?:professional |academic )?curriculum(?: vit(?:ae|æ))?|cv|c\.\s?v\.|lebenslauf|vita|hoja de vida|curr[íi]culum(?: v[íi]t(?:ae|æ))?|currículo|życiorys|简历|个人简历|履歴書|резюме|(?:tabellarischer |ausführlicher )lebenslauf|lebenslauf \(?tabellarisch\)?|bewerbungsunterlagen|bewerbung)(?:[ -]europass)?",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Small letters, no accents, single spaces: how heading words are compared."""
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


KNOWN: dict[str, str] = {}
for _section, _words in LEXICON.items():
    for _word in _words.split("|"):
        KNOWN.setdefault(fold(" ".join(_word.split())), _section)


@functools.lru_cache(maxsize=4096)
def section_of(text: str) -> str:
    """Which section these words head: `work`, `skills`, … `contact`, `profiles`; empty when they are no known heading.

    `Education & Certifications` is the section of its first known part.
    """
    if len(text) > 60:
        return ""
    words = FILLERS.sub("", NUMBERED.sub("", fold(EDGES.sub("", join_letters(text)))))
    if not words:
        return ""
    if words in KNOWN:
        return KNOWN[words]
    bare = ADJECTIVES.sub("", words)
    if bare in KNOWN:
        return KNOWN[bare]
    if (bare := TRAILING.sub("", words)) in KNOWN:
        return KNOWN[bare]
    parts = [part for part in JOINERS.split(words) if part]
    if len(parts) > 1 and all(len(part.split()) <= 4 for part in parts):
        found = [section for part in parts if (section := KNOWN.get(part, ""))]
        if found and len(found) * 2 >= len(parts):
            return found[0]
    return ""


@functools.lru_cache(maxsize=1024)
def section_within(text: str) -> str:
    """The section whose heading is part of these words (`My technical skills at a glance`), for lines that look like headings."""
    words = f" {fold(EDGES.sub('', join_letters(text)))} "
    found = [known for known in KNOWN if f" {known} " in words and len(known) > 3]
    return KNOWN[max(found, key=len)] if found else ""


def join_letters(text: str) -> str:
    """`E D U C A T I O N` as one word: some programs space letters with blanks."""
    words = text.split()
    if len(words) > 3 and sum(len(word) == 1 for word in words) >= 0.8 * len(words):
        wide = re.split(r"\s{2,}", text.strip())
        return " ".join(part.replace(" ", "") for part in wide)
    return text


def is_title_of_document(text: str) -> bool:
    """Whether a line only says that this is a resume."""
    return bool(CURRICULUM.fullmatch(text.strip(" :|-–")))
