"""The names of languages in many languages, and the words for how well one speaks them."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from agent.resume.read.headings import fold

NAMES = frozenset(
    fold(word.strip())
    for word in ["english", "englisch", "inglés", "anglais", "inglês", "inglese", "engels", "engelska", "angielski", "英语", "英語", "영어", "английский", "ingilizce", "german", "deutsch", "alemán", "allemand", "alemão", "tedesco", "duits", "tyska", "niemiecki", "德语", "ドイツ語", "немецкий", "almanca", "\n    french", "französisch", "francés", "français", "francais", "francês", "francese", "frans", "franska", "francuski", "法语", "フランス語", "французский", "fransızca", "spanish", "spanisch", "español", "castellano", "espagnol", "espanhol", "spagnolo", "spaans", "spanska", "hiszpański", "西班牙语", "испанский", "ispanyolca", "\n    italian", "italienisch", "italiano", "italien", "italiaans", "włoski", "意大利语", "итальянский", "portuguese", "portugiesisch", "portugués", "portugais", "português", "portoghese", "portugees", "葡萄牙语", "dutch", "niederländisch", "holandés", "neerlandés", "néerlandais", "olandese", "nederlands", "holländisch", "flemish", "\n    chinese", "chinesisch", "chino", "chinois", "chinês", "cinese", "mandarin", "mandarin chinese", "cantonese", "kantonesisch", "中文", "汉语", "普通话", "国语", "粤语", "中国語", "japanese", "japanisch", "japonés", "japonais", "giapponese", "japonês", "日语", "日本語", "korean", "koreanisch", "coreano", "coréen", "韩语", "한국어", "\n    russian", "russisch", "ruso", "russe", "russo", "русский", "俄语", "arabic", "arabisch", "árabe", "arabe", "arabo", "阿拉伯语", "hindi", "urdu", "bengali", "punjabi", "tamil", "telugu", "marathi", "gujarati", "kannada", "malayalam", "nepali", "sinhala", "persian", "farsi", "persisch", "dari", "pashto", "turkish", "türkisch", "turco", "turc", "türkçe", "\n    polish", "polnisch", "polaco", "polonais", "polski", "czech", "tschechisch", "čeština", "slovak", "slowakisch", "hungarian", "ungarisch", "magyar", "romanian", "rumänisch", "română", "rumano", "roumain", "bulgarian", "bulgarisch", "greek", "griechisch", "griego", "grec", "greco", "ukrainian", "ukrainisch", "українська", "serbian", "serbisch", "\n    croatian", "kroatisch", "bosnian", "bosnisch", "slovenian", "albanian", "albanisch", "macedonian", "lithuanian", "latvian", "estonian", "finnish", "finnisch", "suomi", "swedish", "schwedisch", "sueco", "suédois", "svenska", "norwegian", "norwegisch", "norsk", "danish", "dänisch", "danés", "danois", "dansk", "icelandic", "\n    hebrew", "hebräisch", "hebreo", "hébreu", "yiddish", "vietnamese", "vietnamesisch", "tiếng việt", "thai", "indonesian", "bahasa indonesia", "malay", "tagalog", "filipino", "swahili", "amharic", "yoruba", "igbo", "hausa", "zulu", "afrikaans", "somali", "catalan", "catalán", "català", "katalanisch", "catalan", "basque", "euskera", "gallego", "galego", "valenciano", "\n    latin", "latein", "latín", "esperanto", "irish", "gaelic", "welsh", "luxembourgish", "letzeburgesch", "kurdish", "kurdisch", "armenian", "georgian", "kazakh", "uzbek", "mongolian", "burmese", "khmer", "lao", "sign language", "gebärdensprache", "american sign language", "asl", "lsf", "lengua de signos", "mother tongue", "schweizerdeutsch", "swiss german", "breton", "corse", "\n    creole", "kreyol", "haitian creole", "wolof", "berber", "tamazight", "hokkien", "taiwanese", "shanghainese", "brazilian portuguese", "british english", "american english"]
)  # fmt: skip
NAMES |= {
    fold(word)
    for words in tomllib.loads(
        (resources.files("agent.resume.read") / "lexicon/tongues.toml").read_text(encoding="utf-8")
    )["names"].values()
    for word in words.split(",")
}
FLUENCY = re.compile(
    r"(?i)\b(?:native(?:\s+(?:or\s+bilingual(?:\s+proficiency)?|speaker|language|level|proficiency))?|bilingual(?:\s+proficiency)?|mother\s?tongue|first language|fluent(?:ly)?|full professional(?: proficiency)?|(?:limited |professional )?working proficiency|professional(?:\s+(?:working\s+)?(?:proficiency|level))?|proficient|proficiency|advanced|upper[- ]intermediate|"
    r"intermediate|conversational|elementary(?:\s+proficiency)?|basic(?:\s+(?:knowledge|skills))?|beginner|good|very good|excellent|business fluent|working knowledge|limited|[abc][12](?:\.\d)?\+?(?:\s*[-–/]\s*[abc][12])?(?:\s*\(?(?:cefr|ger|mcer|cecr)\)?)?|"
    r"muttersprach(?:e|lich(?:es niveau)?|ler)|fließend|fliessend|verhandlungssicher|gute?(?:\s+(?:kenntnisse|grundkenntnisse))?|sehr gute?(?:\s+kenntnisse)?|grundkenntnisse|fortgeschritten|mittelstufe|anfänger|konversationssicher|sicher|basiskenntnisse|schulkenntnisse|erweiterte kenntnisse|"
    r"nativ[oa]|lengua materna|materno|materna|fluid[oa]|avanzado|intermedio|medio|básico|principiante|bilingüe|alto|bajo|nivel\s+\w+|profesional|natif|native|langue maternelle|maternelle|courant|bilingue|avancé|intermédiaire|débutant|notions|scolaire|lu, écrit, parlé|professionnel|capacité professionnelle(?: complète)?|"
    r"madrelingua|fluente|avançado|intermediário|buono|ottimo|scolastico|moedertaal|vloeiend|uitstekend|goed|redelijk|modersmål|flytande|ojczysty|biegły|komunikatywny|podstawowy|родной|свободно|средний|базовый|toefl.*|ielts.*|dele.*|delf.*|goethe.*|hsk.*|jlpt.*|telc.*)\b"
    r"|母语|流利|精通|熟练|良好|一般|专业工作能力|日常会话|ネイティブ|ビジネス|日常会話|원어민|유창|CET-?[46]|N[1-5]\b",
)


def is_tongue(text: str) -> bool:
    bare = fold(text.strip(" :,.;()-–•"))
    return bare in NAMES or (bare.endswith((" language", "e sprache")) and bare.split()[0] in NAMES)
